import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'

type EventListener<Type extends string> = Middleware<SlackEventMiddlewareArgs<Type>>

/** The listener of each type of events. */
type EventRoutes<Type extends string> = { readonly [One in Type]: EventListener<One> }

/** One listener for all events, as `byAction` is for all buttons, and for the same reason. Nobody listens to other types. */
export function byEvent<Type extends string>(routes: EventRoutes<Type>): EventListener<string> {
  const byType = new Map(Object.entries<EventListener<string>>(routes as EventRoutes<string>))
  return async (args) => byType.get(args.event.type)?.(args)
}
