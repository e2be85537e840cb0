//! samara-unified
