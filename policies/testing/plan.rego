# METADATA
# title: Plans for tests of controls
# description: Only the shape that the gate sends; left out of the bundle.
package hipaa.testing

# The numbers that tests judge with, apart from the profiles', so that a profile may change.
profile := {
	"log_retention_days": 365,
	"backup_retention_days": 7,
	"lock_min_days": 7,
	"deletion_window_days": 30,
	"engine_support_days": 0,
	"secret_rotation_days": 90,
	"public_ports": [443],
	"restore_test_days": 92,
	"rpo_hours": 24,
	"idle_minutes": 30,
	"session_hours": 12,
	"password_characters": 12,
	"password_history": 24,
	"password_age_days": 90,
	"stream_retention_days": 7,
	"alarm_attempts": 10,
}

# One resource for each entry of `judged` (address → what is judged of the fact), all of one data class.
plan(fact, data_class, judged) := {
	"profile": profile,
	"resources": [resource |
		some address, value in judged
		resource := {"address": address, "facts": {"data_class": data_class, fact: value}}
	],
}
