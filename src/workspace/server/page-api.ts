import { z } from 'zod'
import type { Json, Person } from '../records.ts'
import { ActError } from './acts/act-error.ts'
import type { ActParts } from './acts/act-parts.ts'
import { closeModal } from './acts/modal.ts'
import { type Handler, json, plainReply, type Reply, type ServerRequest } from './http-server.ts'
import type { AppDescription } from './manifest.ts'
import { createPageActs, mayOpen, pageActSchema } from './page-acts.ts'
import { createModalsOfPages } from './state/modals-of-pages.ts'
import { seesChange, stateForPage } from './state/seen-by-person.ts'
import type { SettableClock } from './state/settable-clock.ts'
import type { WorkspaceState } from './state/workspace-state.ts'

/** The page's side of the server: the state to show, its changes as they come, and the acts of the person at the page. */
export function createPageApi(parts: ActParts, clock: SettableClock): Handler {
  const { state, description } = parts
  const modals = createModalsOfPages(state)
  const perform = createPageActs(parts, clock)

  async function handle(request: ServerRequest): Promise<Reply> {
    const person = state.people.find(
      (other) => !other.isBot && other.id === (request.query.get('as') ?? state.you.id),
    )
    if (!person) return json({ error: 'There is no such person here.' }, 404)
    const page = request.query.get('page') ?? undefined
    if (request.path === '/workspace/state') {
      const snapshot = stateForPage(state, person.id)
      const views = modals.shownOn(page, state.views(person.id))
      return json({ ...snapshot, views, app: appOf(description, state) })
    }
    if (request.path === '/workspace/changes')
      return changes(
        { person, page },
        Number(request.headers['last-event-id'] ?? request.query.get('since') ?? 0),
      )
    if (request.path !== '/workspace/act') return plainReply(404, 'There is nothing here.')
    if (request.method !== 'POST') return plainReply(405, 'Acts are posted.')
    // A plain form of another site cannot send this type.
    if (request.headers['content-type'] !== 'application/json')
      return plainReply(415, 'Acts are posted as application/json.')
    return performed({ person, page }, request.body)
  }

  async function performed({ person, page }: AtPage, body: string): Promise<Reply> {
    try {
      const read = pageActSchema.safeParse(JSON.parse(body))
      if (!read.success) return json({ error: z.prettifyError(read.error) }, 400)
      modals.acts(person, page)
      // Whoever goes on on another page has left the modal that is open there.
      if (mayOpen(read.data))
        for (const { id } of modals.elsewhere(person, page)) closeModal(person, id, parts)
      return json((await perform(person, read.data)) ?? {})
    } catch (error) {
      if (error instanceof ActError) return json({ error: error.message }, 409)
      if (error instanceof SyntaxError) return json({ error: 'The body is not JSON.' }, 400)
      throw error
    }
  }

  function changes({ person, page }: AtPage, since: number): Reply {
    return {
      open(send) {
        const missed = state.changes.since(since)
        // Too long away: the page fetches the whole state again.
        if (!missed) send('event: restart\ndata: {}\n\n')
        const tell = ({ seq, change }: NonNullable<typeof missed>[number]) => {
          if (seesChange(state, person.id, change))
            send(`id: ${seq}\ndata: ${JSON.stringify(modals.toldTo(page, change))}\n\n`)
        }
        for (const logged of missed ?? []) tell(logged)
        const end = state.changes.subscribe(tell)
        const beat = setInterval(() => send(': still here\n\n'), 20_000)
        return () => {
          clearInterval(beat)
          end()
        }
      },
    }
  }

  return handle
}

/** A page that somebody looks at; it says which one it is, other clients need not. */
interface AtPage {
  readonly person: Person
  readonly page: string | undefined
}

function appOf(description: AppDescription, state: WorkspaceState): Json {
  return {
    userId: state.bot.id,
    name: description.name,
    description: description.description,
    commands: description.commands,
    prompts: description.prompts,
  }
}
