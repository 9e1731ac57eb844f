//! What a statement answers, whatever the engine.

use crate::store::StoreError;

/// One row. A column that is not of the type asked for is damage.
pub(in crate::store) trait Row {
    /// A number, if there is one.
    fn int(&self, column: usize) -> Result<Option<i64>, StoreError>;
    /// Words, if there are any.
    fn text(&self, column: usize) -> Result<Option<&str>, StoreError>;
    /// Bytes, if there are any.
    fn blob(&self, column: usize) -> Result<Option<&[u8]>, StoreError>;
}

/// What a column can be read into.
pub(super) trait FromColumn: Sized {
    /// The column's value.
    fn from_column(row: &dyn Row, column: usize) -> Result<Self, StoreError>;
}

/// What a column can be read into that may be empty.
pub(super) trait FromValue: Sized {
    /// The column's value, if there is one.
    fn from_value(row: &dyn Row, column: usize) -> Result<Option<Self>, StoreError>;
}

const DAMAGED: StoreError = StoreError::Damaged { table: "the database" };

impl<T: FromValue> FromColumn for T {
    fn from_column(row: &dyn Row, column: usize) -> Result<Self, StoreError> {
        T::from_value(row, column)?.ok_or(DAMAGED)
    }
}

impl<T: FromValue> FromColumn for Option<T> {
    fn from_column(row: &dyn Row, column: usize) -> Result<Self, StoreError> {
        T::from_value(row, column)
    }
}

macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl FromValue for $number {
            fn from_value(row: &dyn Row, column: usize) -> Result<Option<Self>, StoreError> {
                row.int(column)?.map(|number| Self::try_from(number).map_err(|_| DAMAGED)).transpose()
            }
        }
    )+};
}

numbers! { u8 u16 u32 i64 }

impl FromValue for String {
    fn from_value(row: &dyn Row, column: usize) -> Result<Option<Self>, StoreError> {
        Ok(row.text(column)?.map(str::to_owned))
    }
}

impl FromValue for Vec<u8> {
    fn from_value(row: &dyn Row, column: usize) -> Result<Option<Self>, StoreError> {
        Ok(row.blob(column)?.map(<[u8]>::to_vec))
    }
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(row: &dyn Row, column: usize) -> Result<Option<Self>, StoreError> {
        row.blob(column)?.map(|bytes| bytes.try_into().map_err(|_| DAMAGED)).transpose()
    }
}
