//! The popup, painted with text nodes only.
