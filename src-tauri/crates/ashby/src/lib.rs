//! samara-ashby
