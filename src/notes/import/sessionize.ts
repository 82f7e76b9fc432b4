import { z } from 'zod'
import type { Imported, ImportedEvent } from './imported-talk.ts'
import { dateOf, explain, looseList, looseText, requiredText } from './record-fields.ts'
import { talkKind } from './talk-kind.ts'
import { distinctLinks, webLink } from './web-link.ts'

const session = z.object({
  id: looseText,
  title: requiredText,
  description: looseText,
  startsAt: looseText,
  isServiceSession: z.boolean().nullish(),
  /** Ids of speakers in the view "All"; their names too in "Sessions" and "Grid". */
  speakers: looseList(
    z.union([z.string(), z.object({ name: looseText }).transform(({ name }) => ({ name }))]),
  ),
  categoryItems: looseList(z.number()),
  categories: looseList(z.object({ categoryItems: looseList(z.object({ name: looseText })) })),
  liveUrl: z.unknown().optional(),
  recordingUrl: z.unknown().optional(),
})

const all = z.object({
  sessions: z.array(z.unknown()),
  speakers: z.array(
    z.object({ id: looseText, fullName: looseText, firstName: looseText, lastName: looseText }),
  ),
  categories: looseList(z.object({ items: looseList(z.object({ id: z.number(), name: looseText })) })),
})
const groups = z.array(z.object({ groupName: looseText, sessions: z.array(z.unknown()) })).min(1)
const grid = z
  .array(
    z.object({
      date: z.string(),
      rooms: z.array(z.object({ name: looseText, sessions: z.array(z.unknown()) })),
    }),
  )
  .min(1)

export const isSessionize = (value: unknown): boolean =>
  [all, groups, grid].some((view) => view.safeParse(value).success)

/** Every session of what Sessionize's API gives at `/view/All`, `/view/Sessions` or `/view/GridSmart`. */
export function* readSessionize(value: unknown, file: string, event: ImportedEvent): Generator<Imported> {
  const whole = all.safeParse(value).data
  const names = new Map(
    whole?.speakers.map((one) => [one.id, one.fullName || `${one.firstName} ${one.lastName}`.trim()]),
  )
  const items = new Map(
    whole?.categories.flatMap(({ items }) => items.map(({ id, name }) => [id, name] as const)),
  )
  const sessions =
    whole?.sessions ??
    groups.safeParse(value).data?.flatMap((group) => group.sessions) ??
    grid.parse(value).flatMap(({ rooms }) => rooms.flatMap((room) => room.sessions))
  for (const [index, given] of sessions.entries()) {
    const where = `${file}, session ${index + 1}`
    const parsed = session.safeParse(given)
    if (!parsed.success) {
      const title = z.object({ title: looseText }).safeParse(given).data?.title
      yield { bad: { where, title: title || undefined, reason: explain(parsed.error) } }
      continue
    }
    const talk = parsed.data
    if (talk.isServiceSession) {
      yield { passed: where }
      continue
    }
    const speakers = talk.speakers
      .map((one) => (typeof one === 'string' ? names.get(one) : one.name) ?? '')
      .filter(Boolean)
    const tags = [
      ...talk.categoryItems.map((id) => items.get(id) ?? ''),
      ...talk.categories.flatMap(({ categoryItems }) => categoryItems.map(({ name }) => name)),
    ]
    yield {
      where,
      talk: {
        key: talk.id || talk.title,
        event,
        title: talk.title,
        kind: talkKind(tags.join(', '), talk.title),
        speakers: speakers.map((name) => ({ name })),
        tags,
        links: distinctLinks([
          webLink(talk.recordingUrl, 'Video', 'video'),
          webLink(talk.liveUrl, 'Live stream', 'video'),
        ]),
        date: dateOf(talk.startsAt),
        text: { form: 'abstract', value: talk.description },
      },
    }
  }
}
