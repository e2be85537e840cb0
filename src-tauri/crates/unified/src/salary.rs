//! The pay of a job.

use samara_ashby::model as ashby;

use crate::text::owned;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a salary is paid for.
    pub enum SalaryPeriod, open {
        /// A year.
        Year = "YEAR" from ["1 YEAR"],
        /// A month.
        Month = "MONTH" from ["1 MONTH"],
        /// Two weeks.
        TwoWeeks = "TWO_WEEKS" from ["2 WEEK"],
        /// A week.
        Week = "WEEK" from ["1 WEEK"],
        /// A day.
        Day = "DAY" from ["1 DAY"],
        /// An hour.
        Hour = "HOUR" from ["1 HOUR"],
    }
}

/// A salary range.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Salary {
    pub(crate) from: Option<f64>,
    pub(crate) to: Option<f64>,
    pub(crate) currency: Option<String>,
    pub(crate) period: Option<SalaryPeriod>,
}

impl Salary {
    /// The salary a compensation tells; [`None`] if it has no part of that type.
    ///
    /// The range spans all tiers if they agree on currency and period; otherwise it is the first tier's.
    pub(crate) fn of(compensation: &ashby::Compensation) -> Option<Self> {
        let parts: Vec<&ashby::CompensationComponent> = compensation
            .compensation_tiers
            .iter()
            .flat_map(|tier| &tier.components)
            .filter(is_salary)
            .collect();
        let (first, others) = parts.split_first()?;
        let agree = others
            .iter()
            .all(|part| part.currency_code == first.currency_code && part.interval == first.interval);
        let parts = if agree { parts.as_slice() } else { std::slice::from_ref(first) };
        Some(Self {
            from: parts.iter().filter_map(|part| part.min_value).reduce(f64::min),
            to: parts.iter().filter_map(|part| part.max_value).reduce(f64::max),
            currency: owned(first.currency_code.as_deref()),
            period: first.interval.as_deref().and_then(period),
        })
    }
}

fn is_salary(part: &&ashby::CompensationComponent) -> bool {
    part.compensation_type.as_deref() == Some("Salary")
}

fn period(interval: &str) -> Option<SalaryPeriod> {
    if interval.trim() == "NONE" { None } else { SalaryPeriod::from_ashby(interval) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(kind: &str, range: (f64, f64), currency: &str, interval: &str) -> ashby::CompensationComponent {
        ashby::CompensationComponent {
            compensation_type: Some(kind.to_owned()),
            min_value: Some(range.0),
            max_value: Some(range.1),
            currency_code: Some(currency.to_owned()),
            interval: Some(interval.to_owned()),
            ..ashby::CompensationComponent::default()
        }
    }

    fn pay(tiers: Vec<Vec<ashby::CompensationComponent>>) -> ashby::Compensation {
        let tier = |components| ashby::CompensationTier { components, ..ashby::CompensationTier::default() };
        ashby::Compensation {
            compensation_tiers: tiers.into_iter().map(tier).collect(),
            ..ashby::Compensation::default()
        }
    }

    #[test]
    fn tiers_that_agree_make_one_range() {
        let pay = pay(vec![
            vec![part("Bonus", (1.0, 2.0), "EUR", "1 YEAR"), part("Salary", (60e3, 70e3), "EUR", "1 YEAR")],
            vec![
                part("Salary", (50e3, 65e3), "EUR", "1 YEAR"),
                part("EquityCashValue", (9e6, 9e6), "EUR", "NONE"),
            ],
        ]);
        let salary = Salary::of(&pay).unwrap();
        assert_eq!((salary.from, salary.to), (Some(50e3), Some(70e3)));
        assert_eq!((salary.currency.as_deref(), salary.period), (Some("EUR"), Some(SalaryPeriod::Year)));
    }

    #[test]
    fn tiers_that_disagree_leave_the_first() {
        let pay = pay(vec![
            vec![part("Salary", (60e3, 70e3), "USD", "1 YEAR")],
            vec![part("Salary", (50e3, 65e3), "EUR", "1 YEAR")],
        ]);
        let salary = Salary::of(&pay).unwrap();
        assert_eq!(
            (salary.from, salary.to, salary.currency.as_deref()),
            (Some(60e3), Some(70e3), Some("USD"))
        );
    }

    #[test]
    fn without_a_salary_there_is_none() {
        assert_eq!(Salary::of(&pay(vec![vec![part("Bonus", (1.0, 2.0), "EUR", "1 YEAR")], vec![]])), None);
    }

    #[test]
    fn every_interval_has_its_period() {
        for (interval, unified) in [
            ("1 YEAR", Some("YEAR")),
            ("1 MONTH", Some("MONTH")),
            ("2 WEEK", Some("TWO_WEEKS")),
            ("1 WEEK", Some("WEEK")),
            ("1 DAY", Some("DAY")),
            ("1 HOUR", Some("HOUR")),
            ("NONE", None),
            ("0.5 MONTH", Some("0.5 MONTH")),
            ("2 MONTH", Some("2 MONTH")),
            ("3 MONTH", Some("3 MONTH")),
            ("6 MONTH", Some("6 MONTH")),
            ("1 TIME", Some("1 TIME")),
            ("1 DECADE", Some("1 DECADE")),
            ("", None),
        ] {
            assert_eq!(period(interval).as_ref().map(SalaryPeriod::as_str), unified, "{interval}");
        }
    }
}
