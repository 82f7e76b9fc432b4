import { readdirSync, readFileSync } from 'node:fs'
import { App, type Receiver } from '@slack/bolt'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { ListenerParts } from '../../src/slack/listeners/listener-parts.ts'
import { eventListeners, registerListeners } from '../../src/slack/listeners.ts'

const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: z.string().max(35),
    description: z.string().max(140),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().max(80), always_online: z.boolean() }),
    shortcuts: z
      .array(z.strictObject({ name: z.string().max(24), callback_id: z.string().max(255) }))
      .default([]),
    slash_commands: z.array(
      z.strictObject({
        command: z.string().startsWith('/').max(32),
        description: z.string().max(2_000),
        usage_hint: z.string().max(1_000),
        should_escape: z.boolean(),
      }),
    ),
    agent_view: z.strictObject({
      agent_description: z.string().max(300),
      suggested_prompts: z.array(z.strictObject({ title: z.string(), message: z.string() })).max(4),
    }),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean() }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
})

const manifest = manifestSchema.parse(
  parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')),
)

/** What the listeners subscribe to, as they tell it to an app. */
function registered() {
  const receiver: Receiver = { init: () => {}, start: async () => {}, stop: async () => {} }
  const app = new App({ receiver, token: 'xoxb-test', deferInitialization: true })
  const names = (method: 'command' | 'shortcut' | 'action') => {
    const spy = vi.spyOn(app, method)
    return () => spy.mock.calls.map(([name]) => name as unknown)
  }
  const seen = {
    command: names('command'),
    shortcut: names('shortcut'),
    action: names('action'),
  }
  registerListeners(app, {} as ListenerParts)
  return {
    commands: seen.command(),
    events: Object.keys(eventListeners({} as ListenerParts)),
    shortcuts: seen.shortcut(),
    actions: seen.action(),
  }
}

/** The Web API methods that the code calls, found in its source. */
function calledMethods(): readonly string[] {
  const folder = new URL('../../src/slack/', import.meta.url)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const sources = ['../app.ts', ...names].map((name) =>
    readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8'),
  )
  const calls = sources.flatMap((source) =>
    [...source.matchAll(/\bclient\.((?:\w+\.)+\w+)\(/g)].map(([, name]) => name!),
  )
  return [...new Set(calls)].sort()
}

/** From the method's own page at https://docs.slack.dev/reference/methods; null if any bot may call it. */
const scopeOfMethod: Readonly<Record<string, string | null>> = {
  'conversations.replies': 'im:history',
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
  'auth.test': null,
  'oauth.v2.access': null,
  'chat.deleteScheduledMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.scheduleMessage': 'chat:write',
  'chat.scheduledMessages.list': null,
  'users.info': 'users:read',
  'views.open': null,
  'views.update': null,
}

/** From the event's own page at https://docs.slack.dev/reference/events; null if no scope is needed. */
const scopeOfEvent: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  'message.im': 'im:history',
}

describe('manifest.yml and the code agree', () => {
  const { commands, events, shortcuts, actions } = registered()

  test('on commands: the one that the help names, and whatever else a team calls it', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual(['/talks'])
    const [pattern, ...others] = commands
    expect(others).toEqual([])
    for (const name of ['/talks', '/hallway']) expect(name).toMatch(pattern as RegExp)
  })

  test('on shortcuts', () => {
    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id)).toEqual(shortcuts)
  })

  test('on events', () => {
    // Of messages, the listener takes those in direct messages alone.
    const subscribed = events.map((name) => (name === 'message' ? 'message.im' : name)).sort()
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(subscribed)
  })

  test('on interactivity', () => {
    expect(manifest.settings.interactivity.is_enabled).toBe(actions.length > 0)
  })

  test('on scopes: each that is used, and no other', () => {
    const methods = calledMethods()
    expect(methods.filter((method) => !Object.hasOwn(scopeOfMethod, method))).toEqual([])
    const used = [
      ...(commands.length > 0 ? ['commands'] : []),
      ...methods.map((method) => scopeOfMethod[method]),
      ...manifest.settings.event_subscriptions.bot_events.map((event) => scopeOfEvent[event]),
    ].filter((scope) => scope !== null)
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...new Set(used)].sort())
  })
})
