import type { BlockAction, Middleware, SlackActionMiddlewareArgs } from '@slack/bolt'

export type ButtonListener = Middleware<SlackActionMiddlewareArgs<BlockAction>>

/** The id of a button, or what the ids of several buttons begin with, and its listener. */
type ActionRoute = readonly [id: string, listener: ButtonListener]

interface ActionRoutes {
  readonly exact: readonly ActionRoute[]
  readonly beginning: readonly ActionRoute[]
  /** For all other buttons. */
  readonly unknown: ButtonListener
}

/**
 * One listener for all buttons, which hands a click to the one that is meant. Bolt tries every listener that it has for
 * everything that arrives: one for each button would cost a question a twentieth of its time.
 */
export function byAction({ exact, beginning, unknown }: ActionRoutes): ButtonListener {
  const byId = new Map(exact)
  return (args) => {
    const id = args.action.action_id
    const listener = byId.get(id) ?? beginning.find(([start]) => id.startsWith(start))?.[1] ?? unknown
    return listener(args)
  }
}
