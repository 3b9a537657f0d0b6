//! What an article is: words, values, rules, and the public forms. Pure.
