//! The order to destroy what is on a lost phone. Only the server can have given it: it is authenticated with what the
//! phone's token and the server's row for it have in common.

use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::model::{DeviceId, Timestamp};

/// An order for one phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WipeOrder {
    /// The phone.
    pub device: DeviceId,
    /// When the order was given, by the server's clock.
    pub at: Timestamp,
    /// HMAC-SHA-256 in hexadecimal over `wipe`, the device's id and the time, each on a line; the key is the SHA-256 of
    /// the token.
    pub sig: String,
}

impl WipeOrder {
    /// An order for the phone whose token has this SHA-256.
    pub fn give(token_hash: &[u8; 32], device: DeviceId, at: Timestamp) -> Self {
        Self { device, at, sig: crate::model::hex(&mac(token_hash, device, at).finalize().into_bytes()) }
    }

    /// Whether the server gave it to the phone that holds `token`.
    pub fn is_for(&self, token: &str, device: DeviceId) -> bool {
        let key: [u8; 32] = Sha256::digest(token).into();
        let sig = (0..self.sig.len()).step_by(2).map(|at| self.sig.get(at..at + 2));
        let sig: Option<Vec<u8>> = sig.map(|pair| u8::from_str_radix(pair?, 16).ok()).collect();
        let genuine = sig.is_some_and(|sig| mac(&key, self.device, self.at).verify_slice(&sig).is_ok());
        genuine && self.device == device
    }
}

fn mac(key: &[u8; 32], device: DeviceId, at: Timestamp) -> Hmac<Sha256> {
    let mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.chain_update(format!("wipe\n{device}\n{}", at.0))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn order() -> (WipeOrder, DeviceId) {
        let device = DeviceId(Uuid::from_u128(5));
        (WipeOrder::give(&Sha256::digest("token").into(), device, Timestamp(9)), device)
    }

    #[test]
    fn an_order_is_for_one_phone_and_nobody_else_can_give_it() {
        let (order, device) = order();
        assert!(order.is_for("token", device));
        assert!(!order.is_for("another", device));
        assert!(!order.is_for("token", DeviceId(Uuid::from_u128(6))));
        let later = WipeOrder { at: Timestamp(10), ..order };
        assert!(!later.is_for("token", device));
    }

    #[test]
    fn what_is_no_signature_is_refused() {
        let (order, device) = order();
        for sig in ["", "z", "zz", "é", &order.sig[..62], &order.sig.to_uppercase().replace('A', "B")] {
            assert!(!WipeOrder { sig: sig.to_owned(), ..order.clone() }.is_for("token", device), "{sig}");
        }
    }
}
