extension Schema {
    /// Brings the tables of version 7 to version 8, where several people of a customer take part in one activity.
    static let upgradeToVersion8 = """
        CREATE TABLE attendee (
          id             INTEGER PRIMARY KEY,
          activity_id    INTEGER NOT NULL REFERENCES activity(id),
          stakeholder_id INTEGER NOT NULL REFERENCES stakeholder(id),
          UNIQUE (activity_id, stakeholder_id)
        ) STRICT;
        CREATE INDEX attendee_stakeholder ON attendee(stakeholder_id);
        """
}
