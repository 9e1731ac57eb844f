//! Which packs are taken: only those that a trusted signer has signed, as they were signed.

use serde_json::json;

use super::super::{Content, InstrumentError, Pack, PackError, Signers, SigningKey, Withdrawal};
use super::{Bend, a_definition};

fn key(n: u8) -> SigningKey {
    SigningKey::from_seed(&[n; 32]).expect("a key")
}

fn trusted() -> Signers {
    Signers::from_iter([key(1).public()])
}

fn a_pack() -> String {
    key(1).sign_definition(&a_definition().to_string()).expect("a sound definition")
}

/// A pack around any text, rightly signed: what a signer with a faulty tool could make.
fn signed_whatever(content: &str) -> String {
    key(1).sign_as_it_stands(content)
}

fn refusal(pack: &str) -> PackError {
    Pack::read(pack.as_bytes(), &trusted()).expect_err("a pack that is not taken")
}

#[test]
fn a_pack_of_a_trusted_signer_is_taken_as_it_was_signed() {
    let pack = Pack::read(a_pack().as_bytes(), &trusted()).expect("taken");
    assert_eq!((pack.subject(), pack.signer), (("made-up", 1), key(1).public()));
    let Content::Definition(instrument) = pack.content else { panic!("a definition") };
    assert_eq!(*instrument, super::sound(&a_definition()));
}

#[test]
fn a_pack_can_be_read_by_people_and_keeps_the_layout_it_was_signed_with() {
    let pretty = serde_json::to_string_pretty(&a_definition()).expect("serialises");
    let pack = key(1).sign_definition(&format!("\n{pretty}\n\n")).expect("sound");
    assert!(pack.contains(&pretty));
    assert!(Pack::read(pack.as_bytes(), &trusted()).is_ok());
}

#[test]
fn an_unsigned_definition_is_refused_however_sound_it_is() {
    assert_eq!(refusal(&a_definition().to_string()), PackError::Unsigned);
    for field in ["signer", "signature"] {
        let pack: serde_json::Value = serde_json::from_str(&a_pack()).expect("JSON");
        assert_eq!(refusal(&pack.without(&format!("/{field}")).to_string()), PackError::Unsigned);
    }
}

#[test]
fn a_signer_nobody_trusts_is_refused_and_named_by_the_first_digits() {
    let pack = key(2).sign_definition(&a_definition().to_string()).expect("sound");
    let short = key(2).public().short();
    assert_eq!(refusal(&pack), PackError::UnknownSigner { signer: short.clone() });
    assert_eq!(short.len(), 8);
    assert_eq!(
        Pack::read(a_pack().as_bytes(), &Signers::default()),
        Err(PackError::UnknownSigner { signer: key(1).public().short() })
    );
}

#[test]
fn any_change_of_a_word_after_signing_is_found() {
    let changed = a_pack().replace("Made-up questions", "Made-up Questions");
    assert_eq!(refusal(&changed), PackError::Damaged);
    let Some(cut) = a_pack().rfind("\"sha256\"") else { panic!("a checksum") };
    assert!(matches!(refusal(&a_pack()[..cut]), PackError::Malformed { .. }));
}

#[test]
fn a_checksum_made_anew_over_a_change_does_not_help() {
    let ours = a_pack();
    let other =
        key(2).sign_definition(&a_definition().with("/title", json!("Other")).to_string()).expect("sound");
    let signature = |pack: &str| {
        let (_, rest) = pack.split_once("\"signature\": \"").expect("a signature");
        rest[..128].to_owned()
    };
    let signer = |pack: &str, key: &SigningKey| {
        pack.replace(&key.public().to_string(), &self::key(1).public().to_string())
    };
    let forged = signer(&other, &key(2));
    assert_eq!(refusal(&forged), PackError::WrongSignature);
    assert_eq!(refusal(&forged.replace(&signature(&other), &signature(&ours))), PackError::WrongSignature);
    for nonsense in ["", "zz", "00", &"0".repeat(128)] {
        assert_eq!(refusal(&ours.replace(&signature(&ours), nonsense)), PackError::WrongSignature);
    }
}

#[test]
fn a_signature_for_a_withdrawal_is_none_for_a_definition() {
    let withdrawal = Withdrawal { id: "made-up".into(), version: 1, reason: "the licence ended".into() };
    let pack = key(1).sign_withdrawal(&withdrawal).expect("complete");
    let read = Pack::read(pack.as_bytes(), &trusted()).expect("taken");
    assert_eq!(read.content, Content::Withdrawal(withdrawal));
    let passed_off = pack.replace("\"withdrawal\"", "\"definition\"");
    assert_eq!(refusal(&passed_off), PackError::WrongSignature);
}

#[test]
fn a_withdrawal_says_which_version_and_why() {
    for (id, version, reason, what) in
        [(" ", 1, "why", "which instrument"), ("a", 0, "why", "which version"), ("a", 1, "", "why")]
    {
        let withdrawal = Withdrawal { id: id.into(), version, reason: reason.into() };
        assert_eq!(key(1).sign_withdrawal(&withdrawal), Err(PackError::BadWithdrawal { what }));
    }
}

#[test]
fn nothing_that_does_not_load_is_signed() {
    let unlicensed = a_definition().without("/licence").to_string();
    assert_eq!(key(1).sign_definition(&unlicensed), Err(PackError::Definition(InstrumentError::NoLicence)));
}

#[test]
fn a_right_signature_does_not_make_a_definition_sound() {
    let cases = [
        (a_definition().without("/licence"), "licence_missing"),
        (a_definition().with("/licence/holder", json!(" ")), "licence_incomplete"),
        (a_definition().with("/version", json!(0)), "definition_version_zero"),
        (a_definition().with("/items/0/bands/0/to", json!(0)), "definition_bad_bands"),
        (a_definition().with("/items/4/about", json!("worry_size")), "definition_bad_about"),
    ];
    for (definition, code) in cases {
        assert_eq!(refusal(&signed_whatever(&definition.to_string())).code(), code);
    }
}

#[test]
fn what_is_no_pack_at_all_says_so() {
    let cases = [
        ("", "pack_malformed"),
        ("{}", "pack_malformed"),
        ("[1]", "pack_malformed"),
        (r#"{"pack":1}"#, "pack_malformed"),
        (r#"{"pack":"one"}"#, "pack_malformed"),
        (r#"{"pack":1,"definition":{},"withdrawal":{}}"#, "pack_malformed"),
        (r#"{"pack":1,"definition":{},"other":1}"#, "pack_malformed"),
        (r#"{"pack":1,"definition":{}}"#, "pack_unsigned"),
        (r#"{"pack":2,"definition":{}}"#, "pack_format_unknown"),
        (r#"{"pack":1,"definition":{},"definition":{}}"#, "pack_malformed"),
    ];
    for (text, code) in cases {
        assert_eq!(refusal(text).code(), code, "{text}");
    }
    let not_text = Pack::read(&[0xff, 0xfe, 0x00], &trusted()).expect_err("no text");
    assert_eq!(not_text.code(), "pack_malformed");
    assert_eq!(refusal(&" ".repeat(520 * 1024 + 1)).code(), "pack_too_large");
    assert_eq!(refusal(&a_pack().replace(&key(1).public().to_string(), "nobody")).code(), "pack_malformed");
}

#[test]
fn a_pack_taken_once_is_read_again_whoever_is_trusted_now_but_not_once_it_is_changed() {
    let pack = a_pack();
    assert!(Pack::reread(pack.as_bytes()).is_ok());
    assert_eq!(Pack::reread(pack.replace("Made-up", "Made-Up").as_bytes()), Err(PackError::Damaged));
}

#[test]
fn debug_shows_no_secret() {
    assert_eq!(format!("{:?}", key(1)), format!("SigningKey(of {})", key(1).public().short()));
}

/// RFC 8032, section 7.1, test 1: the key that belongs to a seed is the published one, so that a key made elsewhere
/// is the same key here.
#[test]
fn keys_are_those_of_the_standard() {
    let key =
        SigningKey::parse("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60").expect("a key");
    assert_eq!(key.public().to_string(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
}
