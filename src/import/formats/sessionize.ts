import { z } from 'zod'
import { keyMeaningOf } from '../../notes/foreign/fields/known-keys.ts'
import { talkKind } from '../../notes/foreign/words/talk-kind.ts'
import { distinctLinks, webLink } from '../../notes/foreign/words/web-link.ts'
import type { LinkKind } from '../../notes/talk.ts'
import { webAddressesIn } from '../../text/web-address.ts'
import type { Imported, ImportedEvent } from '../talk/imported-talk.ts'
import {
  explainRecord,
  forgivingList,
  looseList,
  looseName,
  looseText,
  requiredText,
} from './loose-fields.ts'
import { inZone, readSlot } from './read-slot.ts'

const session = z.object({
  id: looseText,
  title: requiredText,
  description: looseText,
  startsAt: looseText,
  endsAt: looseText.catch(''),
  room: looseName,
  roomId: looseText.catch(''),
  status: looseText,
  isServiceSession: z.boolean().nullish(),
  /** Ids of speakers in the view "All"; their names too in "Sessions" and "Grid". */
  speakers: looseList(
    z.union([z.string(), z.object({ name: looseText }).transform(({ name }) => ({ name }))]),
  ),
  categoryItems: looseList(z.coerce.number()),
  categories: looseList(
    z.object({ name: looseText.catch(''), categoryItems: looseList(z.object({ name: looseText })) }),
  ),
  liveUrl: z.unknown().optional(),
  recordingUrl: z.unknown().optional(),
  questionAnswers: forgivingList(
    z.object({ questionId: looseText, question: looseText, answerValue: looseText, answer: looseText }),
  ),
})

const speaker = z.object({ id: looseText, fullName: looseText, firstName: looseText, lastName: looseText })
const question = z.object({ id: looseText, question: looseText })
const category = z.object({
  title: looseText,
  items: forgivingList(z.object({ id: z.coerce.number(), name: looseText })),
})
const sessions = z.array(z.unknown())

const all = z.object({
  sessions,
  speakers: forgivingList(speaker),
  categories: forgivingList(category),
  questions: forgivingList(question),
  rooms: forgivingList(z.object({ id: looseText, name: looseText })),
})
const group = z.object({ sessions }).transform((one) => one.sessions)
const room = z
  .object({ name: looseText.catch(''), sessions })
  .transform(({ name, sessions }) => sessions.map((one) => withRoom(one, name)))
const day = z
  .object({ rooms: z.array(z.unknown()).transform((list) => forgivingList(room).parse(list)) })
  .transform(({ rooms }) => withoutRepeats(rooms.flat()))

export const isSessionize = (value: unknown): boolean =>
  Array.isArray(value)
    ? isSpeakersView(value) ||
      (value.some((one) => group.safeParse(one).success || day.safeParse(one).success) &&
        // People may have the ids of theirs.
        sessionsIn(value).every((one) => typeof one === 'object'))
    : all.safeParse(value).success

/** Whether some session has what only Sessionize gives: sites call their own lists `sessions` too. */
export const hasSignsOfSessionize = (value: unknown): boolean => {
  const given = Array.isArray(value) ? sessionsIn(value) : (all.safeParse(value).data?.sessions ?? [])
  const isSign = (key: string) =>
    /^(?:(?:starts|ends)At|is\w+Session|categoryItems|questionAnswers|roomId)$/.test(key)
  const isOther = (key: string) => key !== 'speakers' && keyMeaningOf(key)?.of === 'speakers'
  const keys = given.flatMap((one) => Object.keys(Object(one)))
  return isSpeakersView(value) || (keys.some(isSign) && !keys.some(isOther))
}

const sessionsIn = (value: unknown): readonly unknown[] =>
  forgivingList(z.union([group, day]))
    .parse(value)
    .flat()

/** `/view/Speakers`: people with the titles of what each gives. */
const speakersView = z
  .array(
    z.object({
      fullName: requiredText,
      sessions: z.array(z.object({ id: z.union([z.number(), z.string()]), name: requiredText })),
    }),
  )
  .min(1)

const isSpeakersView = (value: unknown): boolean => speakersView.safeParse(value).success

function sessionsOfSpeakers(value: unknown): readonly unknown[] {
  const people = speakersView.safeParse(value).data ?? []
  const given = people.flatMap(({ fullName, sessions }) => sessions.map((one) => ({ ...one, fullName })))
  return [...Map.groupBy(given, ({ id }) => String(id))].map(([id, of]) => ({
    id,
    title: of[0]?.name,
    speakers: of.map(({ fullName }) => ({ name: fullName })),
  }))
}

/** Every session of what Sessionize's API gives at `/view/All`, `/view/Sessions`, `/view/GridSmart` or `/view/Speakers`. */
export function* readSessionize(value: unknown, file: string, event: ImportedEvent): Generator<Imported> {
  const whole = all.safeParse(value).data
  const legend = legendOf(whole)
  const given = isSpeakersView(value) ? sessionsOfSpeakers(value) : (whole?.sessions ?? sessionsIn(value))
  for (const [index, one] of given.entries()) {
    const where = `${file}, session ${index + 1}`
    const parsed = session.safeParse(one)
    if (parsed.success) yield talkOf(parsed.data, { where, event, legend })
    else {
      const title = z.object({ title: looseText }).safeParse(one).data?.title
      yield { bad: { where, title: title || undefined, reason: explainRecord(parsed.error) } }
    }
  }
}

/** What sessions name by numbers alone. */
function legendOf(whole: z.infer<typeof all> | undefined) {
  return {
    speakers: new Map(
      whole?.speakers.map((one) => [one.id, one.fullName || `${one.firstName} ${one.lastName}`.trim()]),
    ),
    items: new Map(
      whole?.categories.flatMap(({ title, items }) =>
        items.map(({ id, name }) => [id, { name, isLanguage: isOfLanguages(title) }] as const),
      ),
    ),
    rooms: new Map(whole?.rooms.map(({ id, name }) => [id, name])),
    questions: new Map(whole?.questions.map(({ id, question }) => [id, question])),
  }
}

function talkOf(
  talk: z.infer<typeof session>,
  at: {
    readonly where: string
    readonly event: ImportedEvent
    readonly legend: ReturnType<typeof legendOf>
  },
): Imported {
  const { where, event, legend } = at
  const key = talk.id || talk.title
  if (talk.isServiceSession) return { passed: where }
  if (/^declined$/i.test(talk.status)) return { passed: where, cancelled: { event, key } }
  const when = readSlot(
    { starts: [talk.startsAt], ends: talk.endsAt, room: talk.room || legend.rooms.get(talk.roomId) },
    event.zone,
  )
  const speakers = talk.speakers
    .map((one) => (typeof one === 'string' ? legend.speakers.get(one) : one.name) ?? '')
    .filter(Boolean)
  const chosen = [
    ...talk.categoryItems.flatMap((id) => legend.items.get(id) ?? []),
    ...talk.categories.flatMap(({ name: title, categoryItems }) =>
      categoryItems.map(({ name }) => ({ name, isLanguage: isOfLanguages(title) })),
    ),
  ]
  const tags = chosen.flatMap(({ name, isLanguage }) => (isLanguage ? [] : [name]))
  const language = chosen.find(({ isLanguage }) => isLanguage)?.name
  const answers = talk.questionAnswers.map(({ questionId, question, answerValue, answer }) => ({
    question: question || legend.questions.get(questionId) || '',
    answer: answerValue || answer,
  }))
  return {
    where,
    talk: {
      key,
      event: inZone(event, when.zone),
      title: talk.title,
      kind: talkKind(tags.join(', '), talk.title),
      speakers: speakers.map((name) => ({ name })),
      tags,
      links: distinctLinks([
        webLink(talk.recordingUrl, 'Video', 'video'),
        webLink(talk.liveUrl, 'Live stream', 'video'),
        // An answer that is an address is a link, whatever its kind of question.
        ...answers.flatMap(({ question, answer }) =>
          /^https?:|^www\./i.test(answer) || asksForLink.test(question)
            ? addressesIn(answer).map((one) => webLink(one, question, kindOfQuestion(question)))
            : [],
        ),
      ]),
      ...(language && { language }),
      ...when.slot,
      text: { form: 'abstract', value: talk.description },
    },
  }
}

/** Whether a category is of the languages that talks are in, and not of programming languages, which are tags. */
const isOfLanguages = (category: string): boolean =>
  /language|sprache|idioma|langue/i.test(category) && !/programm(?:ing|ier)/i.test(category)

/** An answer is one address, with blanks in it or without a scheme; or names some: `Slides: https://…`. */
function addressesIn(answer: string): readonly string[] {
  const found = webAddressesIn(answer)
  return found.length > 1 || (found[0]?.[0] ?? 0) > 0
    ? found.map(([start, end]) => answer.slice(start, end))
    : [answer]
}

/** Then an answer may lack its scheme. */
const asksForLink = /\b(?:links?|urls?|address|website|video|recording|slides?|deck)\b/i

function kindOfQuestion(question: string): LinkKind | undefined {
  if (/video|youtube|recording/i.test(question)) return 'video'
  return /slides?|presentation|deck/i.test(question) ? 'slides' : undefined
}

/** A grid lists sessions below their rooms; what all rooms see is in none of them. */
function withRoom(session: unknown, room: string): unknown {
  if (typeof session !== 'object' || session === null || 'isPlenumSession' in session === false)
    return session
  return (session as { readonly isPlenumSession: unknown }).isPlenumSession === true || 'room' in session
    ? session
    : { ...session, room }
}

/** What all rooms see is listed under each of them. */
function withoutRepeats(list: readonly unknown[]): readonly unknown[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()]
}
