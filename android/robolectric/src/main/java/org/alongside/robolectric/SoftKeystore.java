package org.alongside.robolectric;

import android.security.keystore.KeyGenParameterSpec;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.Key;
import java.security.KeyStoreSpi;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KeyGeneratorSpi;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stands in for the Android Keystore, which Robolectric does not have: keys by name, in memory. Real code that asks for
 * "AndroidKeyStore" gets this one; it does what an AES key needs and refuses all else.
 */
public final class SoftKeystore extends Provider {
    private static final String NAME = "AndroidKeyStore";
    private static final Map<String, SecretKey> KEYS = new ConcurrentHashMap<>();

    private SoftKeystore() {
        super(NAME, "1", "keys in memory, for tests");
        put("KeyStore." + NAME, Keys.class.getName());
        put("KeyGenerator.AES", Generator.class.getName());
    }

    /** Begins with no key at all. */
    public static void install() {
        KEYS.clear();
        Security.removeProvider(NAME);
        Security.addProvider(new SoftKeystore());
    }

    /** The phone has lost its Keystore keys, as after some repairs; or takes them away for a moment. */
    public static Map<String, SecretKey> held() {
        return KEYS;
    }

    /** Nobody answers any more. */
    public static void remove() {
        Security.removeProvider(NAME);
    }

    /** Makes AES keys that stay in {@link #KEYS}. */
    public static final class Generator extends KeyGeneratorSpi {
        private KeyGenParameterSpec wanted;

        @Override
        protected void engineInit(SecureRandom random) {
            throw new UnsupportedOperationException("a key needs a name");
        }

        @Override
        protected void engineInit(AlgorithmParameterSpec spec, SecureRandom random) {
            wanted = (KeyGenParameterSpec) spec;
        }

        @Override
        protected void engineInit(int bits, SecureRandom random) {
            throw new UnsupportedOperationException("a key needs a name");
        }

        @Override
        protected SecretKey engineGenerateKey() {
            byte[] bytes = new byte[wanted.getKeySize() / 8];
            new SecureRandom().nextBytes(bytes);
            SecretKey key = new SecretKeySpec(bytes, "AES");
            KEYS.put(wanted.getKeystoreAlias(), key);
            return key;
        }
    }

    /** Finds, lists and destroys them. */
    public static final class Keys extends KeyStoreSpi {
        @Override
        public Key engineGetKey(String alias, char[] password) {
            return KEYS.get(alias);
        }

        @Override
        public Enumeration<String> engineAliases() {
            return Collections.enumeration(KEYS.keySet());
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            return KEYS.containsKey(alias);
        }

        @Override
        public int engineSize() {
            return KEYS.size();
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return KEYS.containsKey(alias);
        }

        @Override
        public void engineDeleteEntry(String alias) {
            KEYS.remove(alias);
        }

        @Override
        public void engineLoad(InputStream stream, char[] password) {}

        @Override
        public void engineStore(OutputStream stream, char[] password) {}

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return false;
        }

        @Override
        public Date engineGetCreationDate(String alias) {
            return null;
        }

        @Override
        public Certificate engineGetCertificate(String alias) {
            return null;
        }

        @Override
        public Certificate[] engineGetCertificateChain(String alias) {
            return null;
        }

        @Override
        public String engineGetCertificateAlias(Certificate certificate) {
            return null;
        }

        @Override
        public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
            throw new UnsupportedOperationException("keys are made here, not brought");
        }

        @Override
        public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
            throw new UnsupportedOperationException("keys are made here, not brought");
        }

        @Override
        public void engineSetCertificateEntry(String alias, Certificate certificate) {
            throw new UnsupportedOperationException("keys only");
        }
    }
}
