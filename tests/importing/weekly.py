"""A weekly e-mail as text, and the regions that it has."""

WEEKLY = """Prayer Requests
river at dawn (3).jpg

“Let justice roll on like a river.”

— Amos 5:24


  • Thank God for a\u00a0verdict in Ghana. Pray for  the judges.

Latin America

  • Pray for the team in Lima: it moves this week.

  • Pray for “new” schools.

Partners

Our partners live in many countries, and all of them pray.

  • Pray for visas."""

REGIONS = [
    ("Africa", "", ["Thank God for a verdict in Ghana. Pray for the judges."]),
    (
        "Latin America",
        "",
        ["Pray for the team in Lima: it moves this week.", "Pray for “new” schools."],
    ),
    (
        "Partners",
        "Our partners live in many countries, and all of them pray.",
        ["Pray for visas."],
    ),
]
