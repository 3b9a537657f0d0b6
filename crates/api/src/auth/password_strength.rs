//! Whether a new password is one that attackers try early: common ones, keyboard walks, dates, and the person's own
//! address and name (NIST SP 800-63B-4, section 3.1.1.2). The estimate is `zxcvbn`'s.

use domain::{Email, Invalid, Name, Password};
use zxcvbn::zxcvbn;

/// The number of guesses, as a power of ten, that a password has to withstand. At the cost of one argon2id hash, ten
/// billion guesses take years of processor time.
const MIN_GUESSES_LOG10: f64 = 10.0;

/// Words that belong to the product rather than to a person.
const PRODUCT_WORDS: [&str; 4] = ["masthead", "editor", "administrator", "correcthorsebatterystaple"];

/// Refuses a password that is easy to guess, for the person with this address and name.
///
/// Takes milliseconds for long passwords: call it off the request threads.
///
/// # Errors
/// The rule `guessable`, with the reason where one is known.
pub fn check_password_strength(password: &Password, email: &Email, name: &Name) -> Result<(), Invalid> {
    let (email, name) = (email.as_str(), name.as_str());
    let parts = email.split(['@', '.', '-', '_', '+']).chain(name.split_whitespace());
    let known: Vec<&str> = parts.chain([email, name]).chain(PRODUCT_WORDS).collect();
    let estimate = zxcvbn(password.as_str(), &known);
    if estimate.guesses_log10() >= MIN_GUESSES_LOG10 {
        return Ok(());
    }
    let warning = estimate.feedback().and_then(|feedback| feedback.warning());
    let reason = warning.map_or_else(String::new, |warning| format!(" {warning}"));
    let detail = format!(
        "The password is easy to guess.{reason} Use four or more unrelated words, without your name or address."
    );
    Err(Invalid::one("guessable", detail))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_accepted(password: &str) -> bool {
        let text = |text: &str| text.to_owned();
        let password = Password::try_from(text(password)).unwrap();
        let email = Email::try_from(text("vera.lindqvist@presswerk.example")).unwrap();
        check_password_strength(&password, &email, &Name::try_from(text("Vera Lindqvist")).unwrap()).is_ok()
    }

    #[test]
    fn common_passwords_and_those_with_name_or_email_are_refused() {
        for guessed in [
            "passwordpassword",
            "aaaaaaaaaaaaaaaa",
            "Password12345678",
            "P@ssw0rd!P@ssw0rd!",
            "123456789012345",
            "abcdefghijklmnop",
            "qwertyuiopasdfghjkl",
            "iloveyouiloveyou",
            "masthead-masthead",
            "correcthorsebatterystaple",
            "vera.lindqvist@presswerk.example",
            "veralindqvist2026",
            "lindqvistpresswerk",
        ] {
            assert!(!is_accepted(guessed), "{guessed}");
        }
        for good in ["ink dries slowly in april", "Überraschung im März, bei Regen", "7fK-q2Lm_Zx9pWv4TgYb"]
        {
            assert!(is_accepted(good), "{good}");
        }
    }
}
