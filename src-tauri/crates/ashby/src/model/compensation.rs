//! Pay, on jobs and postings.

use super::{
    CompensationComponentId, CompensationTierId,
    record::{part, record},
};

part! {
    /// What a job or a posting says about pay.
    Compensation {
        /// All tiers in one line; postings only.
        compensation_tier_summary: Option<String>,
        /// The parts of that line; postings only.
        summary_components: Vec<CompensationComponent>,
        /// The tiers.
        compensation_tiers: Vec<CompensationTier>,
        /// Whether job boards show it; postings only.
        should_display_compensation_on_job_board: Option<bool>,
    }
}

record! {
    /// One tier of pay.
    CompensationTier {
        /// Ashby's id of the tier.
        id: CompensationTierId,
        /// Its name.
        title: Option<String>,
        /// Free text.
        additional_information: Option<String>,
        /// The tier in one line.
        tier_summary: Option<String>,
        /// What it is made of.
        components: Vec<CompensationComponent>,
    }
}

part! {
    /// One part of pay.
    CompensationComponent {
        /// Ashby's id of the part; absent in summaries.
        id: Option<CompensationComponentId>,
        /// `Salary`, `EquityPercentage`, `EquityCashValue`, `Commission`, `Bonus` or another value.
        compensation_type: Option<String>,
        /// `NONE`, `1 HOUR`, `1 MONTH`, `1 YEAR`, … or another value.
        interval: Option<String>,
        /// ISO 4217.
        currency_code: Option<String>,
        /// Name of the part.
        label: Option<String>,
        /// Lower end, in units of the currency (or per cent for equity).
        min_value: Option<f64>,
        /// Upper end, in units of the currency (or per cent for equity).
        max_value: Option<f64>,
        /// The part in one line.
        summary: Option<String>,
    }
}
