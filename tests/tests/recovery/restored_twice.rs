//! One backup that is restored a second time: what was numbered between the two is lost, and no number of it means another thing.

use crate::support::{goal, reword, service, texts, worker};

#[tokio::test(flavor = "multi_thread")]
async fn an_edit_of_what_was_lost_with_the_first_restore_is_none_of_what_was_written_after_the_second() {
    let mut service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let sing = goal(&phone, case, "sing");
    phone.sync().await;
    let other = service.phone(wren).await;
    other.sync().await;
    let backup = service.backup("backup.db");

    service.restore(&backup).await;
    reword(&phone, sing, "sing in a choir");
    phone.sync().await;
    // Over what the server has just been told; not sent any more.
    reword(&phone, sing, "sing in a choir on Sundays");
    service.restore(&backup).await;
    reword(&other, sing, "sing at home");
    other.sync().await;
    for reader in [&phone, &other, &phone] {
        reader.sync().await;
    }
    for reader in [&phone, &other] {
        assert_eq!(reader.unsent(), 0);
        let texts = texts(reader, case);
        assert!(
            texts.contains(&"sing at home".to_owned()),
            "nobody had seen it who wrote over it: {texts:?}"
        );
        assert!(texts.contains(&"sing in a choir on Sundays".to_owned()), "{texts:?}");
    }
}
