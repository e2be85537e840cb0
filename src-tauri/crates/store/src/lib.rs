//! samara-store
