//! A new password where no second field repeats it.

use super::*;
use crate::evidence::{Document, Field, Form, Frame, SubmitButton};

fn page(title: &str, button: &str, password: Field) -> Frame {
    let button = SubmitButton { text: button.into(), ..SubmitButton::default() };
    Frame {
        document: Document { title: title.into(), ..Document::default() },
        fields: vec![said("E-mail", "email"), Field { r#type: "password".into(), ..password }],
        forms: vec![Form { buttons: vec![button], ..form("https://shop.example/") }],
        parent: -1,
        ..Frame::default()
    }
}

#[test]
fn one_new_password_is_new() {
    for (label, name) in [
        ("New password", "p"),
        ("Enter your new password to set", "newPassword"),
        ("", "new_pwd"),
        ("", "usernewpass"),
        ("Neues Passwort", "p"),
        ("Nouveau mot de passe", "p"),
        ("Nueva contraseña", "p"),
        ("新しいパスワード", "p"),
        ("새 비밀번호", "p"),
        ("كلمة المرور الجديدة", "p"),
    ] {
        for title in ["", "Forgot password"] {
            let top = page(title, "Save", said(label, name));
            let found = kinds(&top);
            assert_eq!(found, [Kind::Email, Kind::NewPassword], "{label} {name}, {title}");
            assert!(!page_kinds(&top, &found).contains(&PageKind::SignIn), "{label} {name}, {title}");
        }
    }
    for (label, name, button) in [
        ("New password", "p", "Log in"),
        ("Current password", "newPassword", "Save"),
        ("Password", "p", "Save"),
    ] {
        let found = kinds(&page("", button, said(label, name)));
        assert_eq!(found, [Kind::Email, Kind::CurrentPassword], "{label}, {button}");
    }
}

#[test]
fn the_query_of_a_form_says_what_it_does() {
    let to = |action: &str| {
        let mut top = page("", "Send", said("Password", "pass"));
        top.fields.insert(0, said("User", "user"));
        top.forms[0].action = Some(action.into());
        top.forms[0].id = "login".into();
        kinds(&top)[2]
    };
    assert_eq!(to("index.php?id=login&action=register"), Kind::NewPassword);
    assert_eq!(to("index.php?mode=register"), Kind::NewPassword);
    for action in
        ["index.php", "index.php?action=login", "index.php?back=/register", "index.php?to=%2fregister"]
    {
        assert_eq!(to(action), Kind::CurrentPassword, "{action}");
    }
}
