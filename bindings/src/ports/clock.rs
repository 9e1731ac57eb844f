//! How the platform tells the time.

use std::sync::Arc;

use alongside_core::model::Timestamp;
use alongside_core::ports::{Clock, Reading, SystemClock};

/// The platform's clocks. Bring one where the platform names its boots (`Settings.Global.BOOT_COUNT` on Android, the boot
/// session on Apple systems); without one the core asks the operating system itself.
#[uniffi::export(with_foreign)]
pub trait DeviceClock: Send + Sync {
    /// Names the current boot: the same words until the device starts anew, other words afterwards.
    fn boot(&self) -> Result<String, DeviceClockError>;

    /// Milliseconds since that boot, time asleep included (`SystemClock.elapsedRealtime`, `mach_continuous_time`): from
    /// these come the ages by which two edits are ordered.
    fn elapsed_ms(&self) -> Result<u64, DeviceClockError>;

    /// What the device believes the time is, in milliseconds since 1970 in UTC. It may be wrong by years.
    fn wall_ms(&self) -> Result<i64, DeviceClockError>;
}

/// What a clock throws.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum DeviceClockError {
    /// The platform cannot tell the time now.
    #[error("the clock did not answer")]
    Unavailable,
}

impl From<uniffi::UnexpectedUniFFICallbackError> for DeviceClockError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Unavailable
    }
}

/// The app's clock as the core knows one. A clock that throws never stops anybody from writing: the operating system's is
/// read in its place, whole, so that a boot and the time since it always belong together.
pub(crate) struct AppClock {
    app: Arc<dyn DeviceClock>,
    system: SystemClock,
}

impl AppClock {
    pub(crate) fn new(app: Arc<dyn DeviceClock>) -> Self {
        Self { app, system: SystemClock::new() }
    }

    fn ask(&self) -> Result<Reading, DeviceClockError> {
        let (boot, elapsed_ms) = (self.app.boot()?, self.app.elapsed_ms()?);
        Ok(Reading { wall: Timestamp(self.app.wall_ms()?), boot, elapsed_ms })
    }
}

impl Clock for AppClock {
    fn read(&self) -> Reading {
        self.ask().unwrap_or_else(|_| self.system.read())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Platform(Result<u64, DeviceClockError>);

    impl DeviceClock for Platform {
        fn boot(&self) -> Result<String, DeviceClockError> {
            Ok("seventh".to_owned())
        }

        fn elapsed_ms(&self) -> Result<u64, DeviceClockError> {
            self.0.clone()
        }

        fn wall_ms(&self) -> Result<i64, DeviceClockError> {
            Ok(1_800_000_000_000)
        }
    }

    fn read(elapsed: Result<u64, DeviceClockError>) -> Reading {
        AppClock::new(Arc::new(Platform(elapsed))).read()
    }

    #[test]
    fn the_platforms_clocks_are_read_together() {
        let expected =
            Reading { wall: Timestamp(1_800_000_000_000), boot: "seventh".to_owned(), elapsed_ms: 60_000 };
        assert_eq!(read(Ok(60_000)), expected);
    }

    #[test]
    fn of_a_clock_that_throws_nothing_is_used_not_even_the_name_of_its_boot() {
        assert_ne!(read(Err(DeviceClockError::Unavailable)).boot, "seventh");
    }
}
