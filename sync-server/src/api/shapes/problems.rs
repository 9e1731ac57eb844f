//! Refusals in the document: which codes an endpoint can answer, by status.

use std::collections::BTreeMap;

use alongside_core::wire::Code;
use utoipa::openapi::schema::{ObjectBuilder, SchemaType, Type};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder, Schema};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

/// The body of every refusal.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(in crate::api) struct Problem {
    /// The stable code.
    code: ProblemCode,
    /// A plain sentence for a person.
    message: String,
    /// Finds the request in the server's log.
    request: String,
    /// With `token_revoked`: the order to destroy what is on this phone, when one was given.
    wipe: Option<WipeOrder>,
}

/// An order for one phone.
#[derive(ToSchema)]
#[expect(dead_code, reason = "only its shape is used")]
pub(super) struct WipeOrder {
    /// The phone.
    device: uuid::Uuid,
    /// When, in milliseconds since 1970.
    at: i64,
    /// HMAC-SHA-256 in hexadecimal, by the SHA-256 of the phone's token.
    sig: String,
}

/// Every stable code.
pub(in crate::api) struct ProblemCode;

impl PartialSchema for ProblemCode {
    fn schema() -> RefOr<Schema> {
        let names = Code::ALL.map(name);
        let text = SchemaType::Type(Type::String);
        ObjectBuilder::new().schema_type(text).enum_values(Some(names)).into()
    }
}

impl ToSchema for ProblemCode {}

/// The code as it is written.
fn name(code: Code) -> String {
    serde_json::to_value(code).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// What can stand against reading any body.
const BODY: [Code; 3] = [Code::BadRequest, Code::TooLarge, Code::UnsupportedMedia];
/// What can stand against any request.
const ANY: [Code; 3] = [Code::MethodNotAllowed, Code::Internal, Code::Unavailable];

/// What an exchange can be refused with.
pub(in crate::api) struct SyncProblems;

impl IntoResponses for SyncProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        use Code::{CursorUnknown, Forbidden, Forked, TokenRevoked, Unauthorised, UpdateApp};
        let own = [Unauthorised, TokenRevoked, Forbidden, Forked, CursorUnknown, UpdateApp];
        responses(own.into_iter().chain(BODY).chain(ANY))
    }
}

/// What an enrolment can be refused with.
pub(in crate::api) struct EnrolProblems;

impl IntoResponses for EnrolProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        use Code::{CodeExpired, CodeUsed, CodeWrong, Forbidden, RateLimited};
        let own = [CodeWrong, CodeUsed, CodeExpired, Forbidden, RateLimited];
        responses(own.into_iter().chain(BODY).chain(ANY))
    }
}

/// What leaving unsent work can be refused with.
pub(in crate::api) struct SalvageProblems;

impl IntoResponses for SalvageProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses([Code::Unauthorised].into_iter().chain(BODY).chain(ANY))
    }
}

/// What leaving a part of a photo can be refused with.
pub(in crate::api) struct UploadProblems;

impl IntoResponses for UploadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses([Code::Unauthorised, Code::NotFound].into_iter().chain(BODY).chain(ANY))
    }
}

/// What fetching a part of a photo can be refused with.
pub(in crate::api) struct DownloadProblems;

impl IntoResponses for DownloadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        use Code::{Forbidden, NotFound, TokenRevoked, Unauthorised};
        responses([Unauthorised, TokenRevoked, Forbidden, NotFound].into_iter().chain(BODY).chain(ANY))
    }
}

/// What asking for the server's health can be refused with.
pub(in crate::api) struct HealthProblems;

impl IntoResponses for HealthProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(ANY.into_iter())
    }
}

/// What asking for this document can be refused with.
pub(in crate::api) struct DocumentProblems;

impl IntoResponses for DocumentProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        responses(ANY.into_iter())
    }
}

fn responses(codes: impl Iterator<Item = Code>) -> BTreeMap<String, RefOr<Response>> {
    let mut by_status: BTreeMap<u16, Vec<Code>> = BTreeMap::new();
    for code in codes {
        by_status.entry(code.status()).or_default().push(code);
    }
    by_status.into_iter().map(|(status, codes)| (status.to_string(), response(&codes).into())).collect()
}

fn response(codes: &[Code]) -> Response {
    let told: Vec<String> =
        codes.iter().map(|code| format!("`{}`: {}", name(*code), code.sentence())).collect();
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(told.join(" ")).content("application/json", content).build()
}
