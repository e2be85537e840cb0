//! samara-engine
