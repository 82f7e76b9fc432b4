-- As Hallway 0.3.0 left it, on PostgreSQL.
CREATE TABLE hallway_events (
    team_id text NOT NULL,
    event text NOT NULL,
    claimed_at bigint NOT NULL,
    holder text NOT NULL
);
CREATE TABLE hallway_feedback (
    team_id text NOT NULL,
    subject text NOT NULL,
    user_id text NOT NULL,
    verdict text NOT NULL,
    given_at bigint NOT NULL,
    CONSTRAINT hallway_feedback_verdict_check CHECK ((verdict = ANY (ARRAY['useful'::text, 'not-useful'::text])))
);
CREATE TABLE hallway_migrations (
    number integer NOT NULL,
    name text NOT NULL
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
INSERT INTO hallway_events VALUES ('T0HARBOUR', 'event:Ev0001', 1795424400000, 'd90af7e7-2fd9-45a8-8ef7-16d9f8d400d4');
INSERT INTO hallway_events VALUES ('T0HARBOUR', 'message:C0TALKS:1795510800.000100', 1795424401000, 'cff1983f-3d46-47e6-afab-4e8f164520a6');
INSERT INTO hallway_events VALUES ('T0GARDEN', 'event:Ev0001', 1795424402000, 'ea05413f-26b4-41cb-8254-32ec3e16ae15');
INSERT INTO hallway_feedback VALUES ('T0HARBOUR', 'tip:harbour/queues#1', 'U0ADA', 'useful', 1795424400000);
INSERT INTO hallway_feedback VALUES ('T0HARBOUR', 'tip:harbour/queues#1', 'U0BO', 'not-useful', 1795424400000);
INSERT INTO hallway_migrations VALUES (1, 'events, tips and feedback');
INSERT INTO hallway_tip_deliveries VALUES ('T0HARBOUR', 'C0TALKS', '2026-11-23', 'posted', 1, 1795424460000, 'a7a86fcd-575d-43ae-a295-5df5db945b10', 1795424400000, 'harbour/queues#1', 'harbour/queues', 0, 1, '1795424400', 'Q0001', 1795424400000, NULL);
INSERT INTO hallway_tip_deliveries VALUES ('T0HARBOUR', 'C0TALKS', '2026-11-24', 'open', 1, 1795424460001, 'ac3a6a1f-c88b-46f9-bcb8-9eab5e24c6cb', 1795424400001, 'harbour/queues#2', 'harbour/queues', 0, 2, '1795510800', NULL, NULL, NULL);
INSERT INTO hallway_tip_deliveries VALUES ('T0HARBOUR', 'C0TALKS', '2026-11-22', 'skipped', 0, 1795424400002, 'ebbae5a1-3e62-425f-9173-23deb5e7dc51', 1795424400002, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Hallway could not post it in time.');
INSERT INTO hallway_tip_deliveries VALUES ('T0HARBOUR', 'C0TALKS', '2026-11-21', 'failed', 1, 1795424460003, '716b965f-5b8c-4925-9724-76cdeacb7754', 1795424400003, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Slack refused it: the channel is archived.');
INSERT INTO hallway_tip_subscriptions VALUES ('T0HARBOUR', 'C0TALKS', 'on', NULL, '{"time":"09:00","zone":"Europe/Berlin","weekdays":[1,2,3,4,5],"filter":{"kind":"tags","tags":["testing","Zürich “quoted”"]},"since":1795424400000}', 'U0ADA', 0, NULL, 1795510800000, 1795424400000, 1);
INSERT INTO hallway_tip_subscriptions VALUES ('T0HARBOUR', 'C0OFF', 'off', NULL, '{"time":"09:00","zone":"Europe/Berlin","weekdays":[1,2,3,4,5],"filter":{"kind":"all"},"since":1795424400000}', 'U0BO', 0, NULL, 0, 0, 1);
INSERT INTO hallway_tip_subscriptions VALUES ('T0GARDEN', 'C0TALKS', 'paused', 'The channel is gone; it''s paused.', '{"time":"09:00","zone":"Europe/Berlin","weekdays":[1,2,3,4,5],"filter":{"kind":"tags","tags":["testing","Zürich “quoted”"]},"since":1795424400000,"skipHolidays":{"country":"DE","region":"BE"}}', 'U0ROSA', 1, '2026-11-23', 0, 0, 1);
ALTER TABLE ONLY hallway_events
    ADD CONSTRAINT hallway_events_key PRIMARY KEY (team_id, event);
ALTER TABLE ONLY hallway_feedback
    ADD CONSTRAINT hallway_feedback_key PRIMARY KEY (team_id, subject, user_id);
ALTER TABLE ONLY hallway_migrations
    ADD CONSTRAINT hallway_migrations_pkey PRIMARY KEY (number);
ALTER TABLE ONLY hallway_tip_deliveries
    ADD CONSTRAINT hallway_tip_deliveries_key PRIMARY KEY (team_id, channel_id, slot);
ALTER TABLE ONLY hallway_tip_deliveries
    ADD CONSTRAINT hallway_tip_deliveries_once_a_cycle UNIQUE (team_id, channel_id, cycle, takeaway_id);
ALTER TABLE ONLY hallway_tip_deliveries
    ADD CONSTRAINT hallway_tip_deliveries_position UNIQUE (team_id, channel_id, "position");
ALTER TABLE ONLY hallway_tip_subscriptions
    ADD CONSTRAINT hallway_tip_subscriptions_key PRIMARY KEY (team_id, channel_id);
CREATE INDEX hallway_events_age ON hallway_events USING btree (claimed_at);
CREATE INDEX hallway_tip_deliveries_appears_at ON hallway_tip_deliveries USING btree (appears_at);
CREATE INDEX hallway_tip_subscriptions_checked_at ON hallway_tip_subscriptions USING btree (state, checked_at);
CREATE INDEX hallway_tip_subscriptions_next_at ON hallway_tip_subscriptions USING btree (state, next_at);
