-- As Hallway 0.12.0 left it, on PostgreSQL.
CREATE TABLE hallway_events (
    team_id text NOT NULL,
    event text NOT NULL,
    claimed_at bigint NOT NULL,
    holder text NOT NULL,
    question text,
    keeper text,
    beats integer DEFAULT 0 NOT NULL,
    attempts integer DEFAULT 1 NOT NULL,
    replied integer DEFAULT 0 NOT NULL
);
CREATE TABLE hallway_feedback (
    team_id text NOT NULL,
    subject text NOT NULL,
    user_id text NOT NULL,
    verdict text NOT NULL,
    given_at bigint NOT NULL,
    CONSTRAINT hallway_feedback_verdict_check CHECK ((verdict = ANY (ARRAY['useful'::text, 'not-useful'::text])))
);
CREATE TABLE hallway_installations (
    team_id text NOT NULL,
    sealed text NOT NULL,
    revision text NOT NULL,
    renewed_until bigint DEFAULT 0 NOT NULL,
    holder text
);
CREATE TABLE hallway_leases (
    name text NOT NULL,
    holder text NOT NULL,
    lease_until bigint NOT NULL
);
CREATE TABLE hallway_migrations (
    number integer NOT NULL,
    name text NOT NULL
);
CREATE TABLE hallway_organizations (
    team_id text NOT NULL,
    organization_id text NOT NULL
);
CREATE TABLE hallway_tip_deliveries (
    team_id text NOT NULL,
    channel_id text NOT NULL,
    slot text NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    lease_until bigint NOT NULL,
    holder text NOT NULL,
    created_at bigint NOT NULL,
    takeaway_id text,
    talk_id text,
    cycle integer,
    "position" integer,
    trace text,
    message_ts text,
    appears_at bigint,
    reason text,
    CONSTRAINT hallway_tip_deliveries_state_check CHECK ((state = ANY (ARRAY['open'::text, 'posted'::text, 'skipped'::text, 'failed'::text])))
);
CREATE TABLE hallway_tip_subscriptions (
    team_id text NOT NULL,
    channel_id text NOT NULL,
    state text NOT NULL,
    pause_reason text,
    settings text NOT NULL,
    set_up_by text NOT NULL,
    failing_days integer DEFAULT 0 NOT NULL,
    last_failing_date text,
    next_at bigint DEFAULT 0 NOT NULL,
    checked_at bigint DEFAULT 0 NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    CONSTRAINT hallway_tip_subscriptions_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text, 'paused'::text])))
);
INSERT INTO hallway_events VALUES ('T0HARBOUR', 'event:Ev0001', 1795424400000, 'bfa37e93-91a4-4d2c-b019-35849158753a', NULL, NULL, 0, 1, 0);
INSERT INTO hallway_events VALUES ('T0HARBOUR', 'message:C0TALKS:1795510800.000100', 1795424401000, '2b00f4fe-bc25-4224-9064-75902b584dbb', NULL, NULL, 0, 1, 0);
INSERT INTO hallway_events VALUES ('T0GARDEN', 'event:Ev0001', 1795424402000, '990b2a8a-e3f1-43a9-8edd-c658257b928d', NULL, NULL, 0, 1, 0);
INSERT INTO hallway_events VALUES ('T0HARBOUR', 'message:D0ADA:1795510801.000200', 1795424403000, 'e2147c1a-b1b9-4d1a-9a82-5152f2bfa575', '1.0123456789abcdef.cXVlc3Rpb24', 'keeper-gone', 0, 1, 0);
INSERT INTO hallway_events VALUES ('T0HARBOUR', 'message:D0ADA:1795510802.000300', 1795424404000, '675d0a0f-1909-48be-bb0c-030c65e65504', '1.0123456789abcdef.cXVlc3Rpb24', 'keeper-3', 0, 2, 0);
INSERT INTO hallway_feedback VALUES ('T0HARBOUR', 'tip:harbour/queues#1', 'U0ADA', 'useful', 1795424400000);
INSERT INTO hallway_feedback VALUES ('T0HARBOUR', 'tip:harbour/queues#1', 'U0BO', 'not-useful', 1795424400000);
INSERT INTO hallway_installations VALUES ('E0ORCHARD', '1.0123456789abcdef.c2VhbGVkIHRvbw', 'fcd0e99f-abb8-4e70-86af-7db996373eb4', 0, NULL);
INSERT INTO hallway_installations VALUES ('T0HARBOUR', '1.0123456789abcdef.c2VhbGVk', 'a0e3a898-158b-48e5-8338-ade91d78bd31', 0, NULL);
INSERT INTO hallway_leases VALUES ('search index', '0d1055a8-57ba-44e1-9761-6cd08a1fa6c8', 1795424580000);
INSERT INTO hallway_migrations VALUES (1, 'events, tips and feedback');
INSERT INTO hallway_migrations VALUES (2, 'installations');
INSERT INTO hallway_migrations VALUES (3, 'leases');
INSERT INTO hallway_migrations VALUES (4, 'questions');
INSERT INTO hallway_organizations VALUES ('T0GARDEN', 'E0ORCHARD');
INSERT INTO hallway_tip_deliveries VALUES ('T0HARBOUR', 'C0TALKS', '2026-11-23', 'posted', 1, 1795424460000, 'be0f6ecc-2120-4fbc-90bf-a3d87edf9be7', 1795424400000, 'harbour/queues#1', 'harbour/queues', 0, 1, '1795424400', 'Q0001', 1795424400000, NULL);
INSERT INTO hallway_tip_deliveries VALUES ('T0HARBOUR', 'C0TALKS', '2026-11-24', 'open', 1, 1795424460001, '14b1aca0-f06f-4c27-be2a-b7f895823923', 1795424400001, 'harbour/queues#2', 'harbour/queues', 0, 2, '1795510800', NULL, NULL, NULL);
INSERT INTO hallway_tip_deliveries VALUES ('T0HARBOUR', 'C0TALKS', '2026-11-22', 'skipped', 0, 1795424400002, 'ac2eb2c2-a4e0-4d67-9046-9d81b6b035a6', 1795424400002, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Hallway could not post it in time.');
INSERT INTO hallway_tip_deliveries VALUES ('T0HARBOUR', 'C0TALKS', '2026-11-21', 'failed', 1, 1795424460003, '549271a0-c252-4a90-ba99-f78acb4d1fb6', 1795424400003, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Slack refused it: the channel is archived.');
INSERT INTO hallway_tip_subscriptions VALUES ('T0HARBOUR', 'C0TALKS', 'on', NULL, '{"time":"09:00","zone":"Europe/Berlin","weekdays":[1,2,3,4,5],"filter":{"kind":"tags","tags":["testing","Zürich “quoted”"]},"since":1795424400000}', 'U0ADA', 0, NULL, 1795510800000, 1795424400000, 1);
INSERT INTO hallway_tip_subscriptions VALUES ('T0HARBOUR', 'C0OFF', 'off', NULL, '{"time":"09:00","zone":"Europe/Berlin","weekdays":[1,2,3,4,5],"filter":{"kind":"all"},"since":1795424400000}', 'U0BO', 0, NULL, 0, 0, 1);
INSERT INTO hallway_tip_subscriptions VALUES ('T0GARDEN', 'C0TALKS', 'paused', 'The channel is gone; it''s paused.', '{"time":"09:00","zone":"Europe/Berlin","weekdays":[1,2,3,4,5],"filter":{"kind":"tags","tags":["testing","Zürich “quoted”"]},"since":1795424400000,"skipHolidays":{"country":"DE","region":"BE"}}', 'U0ROSA', 1, '2026-11-23', 0, 0, 1);
ALTER TABLE ONLY hallway_events
    ADD CONSTRAINT hallway_events_key PRIMARY KEY (team_id, event);
ALTER TABLE ONLY hallway_feedback
    ADD CONSTRAINT hallway_feedback_key PRIMARY KEY (team_id, subject, user_id);
ALTER TABLE ONLY hallway_installations
    ADD CONSTRAINT hallway_installations_pkey PRIMARY KEY (team_id);
ALTER TABLE ONLY hallway_leases
    ADD CONSTRAINT hallway_leases_pkey PRIMARY KEY (name);
ALTER TABLE ONLY hallway_migrations
    ADD CONSTRAINT hallway_migrations_pkey PRIMARY KEY (number);
ALTER TABLE ONLY hallway_organizations
    ADD CONSTRAINT hallway_organizations_pkey PRIMARY KEY (team_id);
ALTER TABLE ONLY hallway_tip_deliveries
    ADD CONSTRAINT hallway_tip_deliveries_key PRIMARY KEY (team_id, channel_id, slot);
ALTER TABLE ONLY hallway_tip_deliveries
    ADD CONSTRAINT hallway_tip_deliveries_once_a_cycle UNIQUE (team_id, channel_id, cycle, takeaway_id);
ALTER TABLE ONLY hallway_tip_deliveries
    ADD CONSTRAINT hallway_tip_deliveries_position UNIQUE (team_id, channel_id, "position");
ALTER TABLE ONLY hallway_tip_subscriptions
    ADD CONSTRAINT hallway_tip_subscriptions_key PRIMARY KEY (team_id, channel_id);
CREATE INDEX hallway_events_age ON hallway_events USING btree (claimed_at);
CREATE INDEX hallway_events_open ON hallway_events USING btree (keeper) WHERE (keeper IS NOT NULL);
CREATE INDEX hallway_organizations_organization ON hallway_organizations USING btree (organization_id);
CREATE INDEX hallway_tip_deliveries_appears_at ON hallway_tip_deliveries USING btree (appears_at);
CREATE INDEX hallway_tip_subscriptions_checked_at ON hallway_tip_subscriptions USING btree (state, checked_at);
CREATE INDEX hallway_tip_subscriptions_next_at ON hallway_tip_subscriptions USING btree (state, next_at);
