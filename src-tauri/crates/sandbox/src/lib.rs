//! samara-sandbox
