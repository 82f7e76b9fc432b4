import { z } from 'zod'

/** The parts of a Slack app manifest (version 2) that the local workspace acts upon; all else is let through. */
const manifestSchema = z.looseObject({
  display_information: z.looseObject({ name: z.string().min(1).max(35), description: z.string().optional() }),
  features: z.looseObject({
    bot_user: z.looseObject({ display_name: z.string().min(1) }),
    slash_commands: z
      .array(
        z.looseObject({
          command: z.string().startsWith('/'),
          description: z.string(),
          usage_hint: z.string().default(''),
          should_escape: z.boolean().default(false),
        }),
      )
      .default([]),
    agent_view: z
      .looseObject({
        agent_description: z.string().optional(),
        suggested_prompts: z.array(z.object({ title: z.string(), message: z.string() })).default([]),
      })
      .optional(),
  }),
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()).default([]) }) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({ bot_events: z.array(z.string()).default([]) }).optional(),
    interactivity: z.looseObject({ is_enabled: z.boolean() }).optional(),
    socket_mode_enabled: z.boolean().default(false),
  }),
})

/** An app as its manifest describes it. */
export interface AppDescription {
  readonly name: string
  readonly description: string
  readonly commands: readonly SlashCommand[]
  /** Bot scopes. */
  readonly scopes: ReadonlySet<string>
  readonly events: ReadonlySet<string>
  readonly interactive: boolean
  readonly prompts: readonly { readonly title: string; readonly message: string }[]
}

interface SlashCommand {
  /** With its slash. */
  readonly command: string
  readonly description: string
  readonly usageHint: string
  /** Whether people and channels in the text reach the app as `<@U…>` and `<#C…|name>`. */
  readonly shouldEscape: boolean
}

/**
 * Reads a parsed manifest.yml.
 * @throws {Error} that lists every key at fault, and every feature whose scope the manifest does not ask for
 */
export function readManifest(manifest: unknown): AppDescription {
  const read = manifestSchema.safeParse(manifest)
  if (!read.success) throw new Error(`The app manifest is not valid:\n${z.prettifyError(read.error)}`)
  const { display_information, features, oauth_config, settings } = read.data
  const scopes = new Set(oauth_config.scopes.bot)
  const events = new Set(settings.event_subscriptions?.bot_events ?? [])
  const lacking = [...events].filter((event) => scopeOfEvent[event] && !scopes.has(scopeOfEvent[event]))
  const problems = lacking.map((event) => `the event ${event} needs the bot scope ${scopeOfEvent[event]}`)
  if (features.slash_commands.length > 0 && !scopes.has('commands'))
    problems.push('slash commands need the bot scope commands')
  if (problems.length > 0) throw new Error(`The app manifest is not valid: ${problems.join('; ')}.`)
  return {
    name: features.bot_user.display_name,
    description: features.agent_view?.agent_description ?? display_information.description ?? '',
    commands: features.slash_commands.map((command) => ({
      command: command.command,
      description: command.description,
      usageHint: command.usage_hint,
      shouldEscape: command.should_escape,
    })),
    scopes,
    events,
    interactive: settings.interactivity?.is_enabled ?? false,
    prompts: features.agent_view?.suggested_prompts ?? [],
  }
}

const scopeOfEvent: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
}
