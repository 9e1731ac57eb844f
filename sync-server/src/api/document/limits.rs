//! Limits as numbers in the document, from the constants that hold them.

use alongside_core::model::MAX_TEXT_BYTES;
use alongside_core::wire::limits;
use serde_json::{Value, json};
use utoipa::Modify;
use utoipa::openapi::extensions::ExtensionsBuilder;
use utoipa::openapi::{OpenApi, RefOr, Schema};

/// Writes the limits into the document.
pub(super) struct Limits;

impl Modify for Limits {
    fn modify(&self, document: &mut OpenApi) {
        document.info.extensions = Some(ExtensionsBuilder::new().add("x-limits", numbers()).build());
        let schemas = document.components.as_mut().map(|components| &mut components.schemas);
        let request = schemas.and_then(|schemas| schemas.get_mut("SyncRequest"));
        let Some(RefOr::T(Schema::Object(request))) = request else { return };
        if let Some(RefOr::T(Schema::Array(ops))) = request.properties.get_mut("ops") {
            ops.max_items = Some(limits::MAX_OPS);
        }
    }
}

/// Every limit by its name.
fn numbers() -> Value {
    json!({
        "max_ops": limits::MAX_OPS,
        "max_request_bytes": limits::MAX_REQUEST_BYTES,
        "max_op_bytes": limits::MAX_OP_BYTES,
        "max_text_bytes": MAX_TEXT_BYTES,
        "max_json_depth": limits::MAX_JSON_DEPTH,
        "page_bytes": limits::PAGE_BYTES,
        "max_page_rows": limits::MAX_PAGE_ROWS,
        "max_photo_bytes": limits::MAX_PHOTO_BYTES,
        "max_part_bytes": limits::MAX_PART_BYTES,
        "max_response_bytes": limits::MAX_RESPONSE_BYTES,
        "compress_from_bytes": limits::COMPRESS_FROM_BYTES,
    })
}
