use serde_json::json;

use super::*;

fn roles(json: &Json) -> TeamRoles {
    TeamRoles::new(&parse::<Vec<ashby::HiringTeamRole>>(json))
}

fn team(members: &Json, roles: &TeamRoles) -> TeamRows {
    job_team(&connection(), &parse(&json!({ "id": "j", "hiringTeam": members })), roles)
}

#[test]
fn names_amount_to_what_the_tables_say() {
    for (name, amounts_to) in [
        ("Organization Admin", Some("ADMIN")),
        (" External Recruiter ", Some("RECRUITER")),
        ("Limited Access", None),
        ("Elevated Access", None),
        ("organization admin", None),
    ] {
        let role = system_role(&connection(), name).unwrap();
        assert_eq!(role.model.unified_type.map(RoleType::as_str), amounts_to, "{name}");
        assert_eq!(
            (role.remote_id.as_deref(), role.model.scope),
            (Some(name.trim()), Some(RoleScope::System))
        );
    }
    assert_eq!(system_role(&connection(), " "), None);
    for (title, amounts_to) in [
        ("Recruiting Coordinator", Some("COORDINATOR")),
        ("Hiring Manager", Some("HIRING_MANAGER")),
        ("Recruiter", Some("RECRUITER")),
        ("Sourcer", Some("SOURCER")),
        ("Bar Raiser", None),
    ] {
        assert_eq!(RoleType::of_job(title).map(RoleType::as_str), amounts_to, "{title}");
    }
}

#[test]
fn a_user_has_one_row_of_a_team_however_many_roles() {
    let member = |user: &str, role: &str| json!({ "userId": user, "role": role });
    let members = json!([
        member("u1", "Recruiter"),
        member("u1", "Sourcer"),
        member("u1", "Recruiter"),
        member("u2", "Bar Raiser"),
        member("u3", ""),
        member("", "Recruiter"),
    ]);
    let rows = team(&members, &roles(&json!([{ "id": "r1", "title": "Recruiter" }, "Sourcer"])));
    let shown: Vec<Json> = rows.members.iter().map(|row| shown(row)["roles"].clone()).collect();
    assert_eq!(shown, [json!(["RECRUITER", "SOURCER"]), json!([]), json!([])]);
    let remote: Vec<_> = rows.roles.iter().map(|row| row.remote_id.as_deref().unwrap()).collect();
    assert_eq!(remote, ["r1", "Sourcer", "Bar Raiser"]);
    assert_eq!(rows.assignments.len(), 3);
    assert_eq!(rows.assignments[0].model.job_user_id.as_ref(), Some(&rows.members[0].id));
    assert_eq!(rows.assignments[0].model.role_id.as_ref(), Some(&rows.roles[0].id));
}

#[test]
fn a_renamed_role_keeps_its_row_and_one_known_by_title_gets_its_id() {
    let of = |title: &str| roles(&json!([{ "id": "r1", "title": title }])).rows(&connection()).remove(0);
    assert_eq!(of("Recruiter").id, of("Talent Partner").id);
    assert_ne!(of("Recruiter").model, of("Talent Partner").model);

    let unread = team(&json!([{ "userId": "u", "role": "Recruiter" }]), &TeamRoles::default());
    let listed = roles(&json!([{ "id": "r1", "title": "Recruiter" }]));
    let read = team(&json!([{ "userId": "u", "role": "Recruiter" }]), &listed);
    assert_eq!(listed.renamed(&connection()), [(unread.roles[0].id.clone(), read.roles[0].id.clone())]);
    assert_eq!(unread.members, read.members);
}

#[test]
fn a_user_has_the_role_ashby_names_or_none() {
    let user = |role: Json| parse::<ashby::User>(&json!({ "id": "u", "globalRole": role }));
    let (join, role) = user_role(&connection(), &user("Limited Access".into())).unwrap();
    assert_eq!(join.model.role_id, Some(role.id));
    assert_eq!(join.model.user_id, Some(Id::of(&connection(), "ats_users", "u")));
    let (other, _) = user_role(&connection(), &user("Organization Admin".into())).unwrap();
    assert_ne!(other.id, join.id);
    assert_eq!(user_role(&connection(), &user(Json::Null)), None);
}
