use serde_json::json;

use super::*;

fn mapped(json: &Json) -> Row<Offer> {
    offer(&connection(), &parse(json)).offer
}

fn status(acceptance: &str, stage: &str, approval: &str) -> Option<&'static str> {
    let offer = json!({ "id": "o", "acceptanceStatus": acceptance, "offerStatus": stage,
        "latestVersion": { "id": "v", "approvalStatus": approval } });
    mapped(&offer).model.status.map(OfferStatus::as_str)
}

#[test]
fn the_first_word_that_fits_tells_how_far_an_offer_is() {
    for (acceptance, stage, approval, wanted) in [
        ("Accepted", "WaitingOnCandidateResponse", "", Some("ACCEPTED")),
        ("", "CandidateAccepted", "Approved", Some("ACCEPTED")),
        ("Declined", "", "", Some("DECLINED")),
        ("Pending", "CandidateRejected", "", Some("DECLINED")),
        ("Cancelled", "WaitingOnCandidateResponse", "", Some("ABANDONED")),
        ("", "OfferCancelled", "Approved", Some("ABANDONED")),
        ("WaitingOnResponse", "", "Approved", Some("SENT")),
        ("Created", "WaitingOnCandidateResponse", "", Some("SENT")),
        ("Created", "WaitingOnOfferApproval", "Approved", Some("APPROVED")),
        ("Created", "WaitingOnApprovalStart", "", Some("DRAFT")),
        ("Pending", "WaitingOnApprovalDefinition", "Declined", Some("DRAFT")),
        ("", "WaitingOnOfferApproval", "WaitingOnApprovals", Some("DRAFT")),
        ("Invented", "Invented", "Invented", None),
        ("", "", "", None),
    ] {
        assert_eq!(status(acceptance, stage, approval), wanted, "{acceptance} {stage} {approval}");
    }
}

#[test]
fn an_offer_is_mapped_field_by_field() {
    let version = |id: &str, at: &str| {
        json!({ "id": id, "createdAt": at, "startDate": "2027-01-01", "openingId": "op",
        "salary": { "value": 70_000, "currencyCode": "EUR" }, "approvalStatus": "Approved",
        "author": { "id": "u1", "firstName": "Ada", "lastName": "Byron" },
        "customFields": [{ "id": "f1", "title": "Signing bonus", "value": 5 }] })
    };
    let rows = offer(
        &connection(),
        &parse(
            &json!({ "id": "o", "applicationId": "a", "acceptanceStatus": "Accepted", "offerStatus": "CandidateAccepted",
            "decidedAt": "2026-11-03", "latestVersion": version("v2", "2026-11-02T00:00:00Z"),
            "versions": [version("v2", "2026-11-02T00:00:00Z"), version("v1", "2026-11-01T00:00:00Z")] }),
        ),
    );
    assert_eq!(
        shown(&rows.offer),
        json!({ "status": "ACCEPTED", "employment_start_date": "2027-01-01T00:00:00.000Z",
            "application_id": Id::of(&connection(), "ats_applications", "a"),
            "remote_created_at": "2026-11-01T00:00:00.000Z", "remote_updated_at": "2026-11-03T00:00:00.000Z" })
    );
    let private = &rows.offer.model.private;
    assert_eq!(private.salary.as_deref(), Some("70000 EUR"));
    assert_eq!((private.versions, private.author.as_deref()), (Some(2), Some("Ada Byron")));
    assert_eq!(private.opening_remote_id.as_deref(), Some("op"));
    assert_eq!(rows.offer.custom_fields, json!({ "signing_bonus": 5 }));
    assert_eq!(rows.users.len(), 1);
}

#[test]
fn an_offer_with_nothing_but_an_id_is_a_row() {
    assert_eq!(mapped(&json!({ "id": "o" })).model, Offer::default());
}
