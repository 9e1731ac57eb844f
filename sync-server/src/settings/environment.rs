//! Environment variables over a settings table: `ALONGSIDE_SERVER_LISTEN` is `listen` in `[server]`.

use toml::{Table, Value};

use super::SettingsError;

const PREFIX: &str = "ALONGSIDE_";

/// Puts the variables that name a section of `defaults` over `table`. Others, which may be another program's, are left.
pub(super) fn overlay(
    mut table: Table,
    defaults: &Table,
    variables: impl IntoIterator<Item = (String, String)>,
) -> Result<Table, SettingsError> {
    for (name, text) in variables {
        let setting = name.strip_prefix(PREFIX).map(str::to_ascii_lowercase);
        let Some((section, key)) = setting.as_deref().and_then(|setting| setting.split_once('_')) else {
            continue;
        };
        let Some(known) = defaults.get(section).and_then(Value::as_table) else { continue };
        let value = typed(known.get(key), text).ok_or(SettingsError::Variable { name: name.clone() })?;
        let entry = table.entry(section).or_insert_with(|| Value::Table(Table::new()));
        entry.as_table_mut().ok_or(SettingsError::Variable { name })?.insert(key.to_owned(), value);
    }
    Ok(table)
}

/// The text as the type its default has. Settings without a default are texts.
fn typed(default: Option<&Value>, text: String) -> Option<Value> {
    match default {
        Some(Value::Integer(_)) => text.parse().ok().map(Value::Integer),
        Some(Value::Boolean(_)) => text.parse().ok().map(Value::Boolean),
        _ => Some(Value::String(text)),
    }
}
