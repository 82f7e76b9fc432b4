import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLinkRequest } from '../../src/answers/listing/read-link-request.ts'
import { datesInFields } from '../../src/answers/programme/find/dates-in-fields.ts'
import { inEnglish } from '../../src/answers/programme/read/german-in-english.ts'
import { readDaySaid } from '../../src/answers/programme/read/read-day-said.ts'
import { readProgrammeRequest } from '../../src/answers/programme/read/read-programme-request.ts'
import { readWhenRequest } from '../../src/answers/programme/read/read-when-request.ts'
import { readNotesRequest } from '../../src/answers/read-notes-request.ts'
import { mayAskOfNotes, mayGoByClock, mayWantLinks, mayWantList } from '../../src/answers/request-signs.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { parseQuery } from '../../src/search/query/parse-query.ts'
import { lanternCorpus } from '../corpora/lantern.ts'
import { runs } from '../helpers/runs.ts'

const names = await createLunrEngine(lanternCorpus).names()
const now = { at: Date.parse('2026-11-28T12:05:00Z'), zone: 'UTC' }

/** What is said of days, times, rooms and programmes, in English and German, with what stands between, and with slips. */
const clockWords = `tonight this for during the rest remainder on of from in between yesterday today tomorrow tmrw day days next
  coming nxt first second third fourth 1st 2nd last final left remaining later within over a an half quarter zero one two three
  six nine ten twelve hour hours hrs h minute minutes mins m right just now rn atm moment present currently at up before after
  around post pre since until till to and & - – @ noon midday midnight lunch lunchtime lunch-break time morning afternoon evening
  night week weekend weeks fortnight month year monday mon tues weds thursday. january feb. mar may june sept december 2026
  2026-03-12 12.3. 3.12 12/3 3pm 10:30 10h30 9-11 1h 30min #2 2 12th couple , o’clock past talk talks session keynote workshops
  tutorials panels speakers rooms room hall stage blue free busy is are was what whats what's who wat on happening happened going
  still miss missed did have we i it everything starts ends closes over finish programme schedule agenda line-up timetable anyone
  anything where when wheres how long longer length duration clash clashes with same parallel opposite while following follows
  done started begun running slot place another tommorow wednsday moring programe speeking wann wo läuft heute morgen um uhr
  halb drei raum vortrag gibt welche nächster date: since:monday before:tomorrow date:today room:2 about knots ada rust`

/** Of several words, by one space. */
const phrases =
  `in an hour|in half an hour|30 minutes from now|over the next hour|at two|from one to two|between nine and ten|half past ten|
after lunch|in two weeks|the rest of the day|the rest of today|this morning|in the evening|at the moment|up next|after this|the first talk|
the last session|the final speaker|on first|goes first|first thing|how long until|what did we miss|i have missed|is it over|when does it
end|what time does it start|we finish|everything closes|what is on|whats on|who is up|is anything on|is anyone still on|what was going on|
what is happening|what happened during|on stage|is free|are busy|in the blue room|all workshops|how many panels|day two|the second day|
do you know when knots is|where is|time of the talk on knots|how long is the talk on|what comes after knots|who speaks before ada|
what is parallel to the keynote|at the same time as|what follows the keynote|clashes with ada|overlapping with rust|has the workshop
started|is the keynote done|did i miss ada|how much longer is the talk|ada talk, where|knots when|the next event|lunch break|
talks in two days|talks in two weeks|talks this week|
talks this weekend|talks in two months|talks this month|talks in one year|talks in two years|talks this year|talks in a fortnight|
talks at midday|talks at midnight|talks this night|talks in two hours|talks in two hr|talks in two h|talks in one minute|talks in two
minutes|talks in two min|talks in two m|talks at present|talks later|talks afterwards|talks remaining|talks left|the remainder of
the day|the last talk|the final talk|before lunch|which date is knots|what is before knots|what is following knots|what is on
while ada talks|what else is during knots|what is parallel to knots|what is alongside knots|what is opposite knots|what follows
knots|is knots finished|has knots ended|has knots begun|is knots running|is knots done|length of knots|duration of knots|slot of
the talk on knots|place of the talk on knots|what happened at River Days|tutorials|workshops|panels|it starts|it begins|it ends|
we finish|we start|everything finishes|it opens|it closes|talks since nine|talks until nine|until when is knots|till when is knots|
how late does it end|when is knots|whens knots|wheres knots|what time is knots|has knots started|is knots still on|show talks in two days|in three weeks|in two months|in two years|a fortnight|at midday|who talks while ada|how late does knots end|how early does it start|talks happened|what was said about rust on|what did ada say|is there a break|is there a break at 3|any
breaks|is it break time|is it lunch time|is the talk over|has this session already started|busiest day|which day has the most talks|
speakers per day|speakers each day|when lunch|how long is the current talk|when does this talk end|has ada spoken already|did ada speak yet|
knots talk time|how many days is knots`
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))

const said = fc.oneof(
  fc.constantFrom(...phrases),
  fc.constantFrom(...clockWords.split(/\s+/)),
  fc.constantFrom(...names.rooms),
  fc.constantFrom(
    ...lanternCorpus.talks.flatMap(({ title, speakers }) => [title, ...speakers.map((one) => one.name)]),
  ),
)

test('no reader of days, times and programmes reads what has no sign of them', () => {
  const unsigned = (parts: readonly string[]) => {
    const question = parts.join(' ')
    if (mayGoByClock(question, names)) return
    const query = parseQuery(question)
    expect([question, readProgrammeRequest(query, names)]).toEqual([question, undefined])
    expect([question, readWhenRequest(question)]).toEqual([question, undefined])
    expect([question, readDaySaid(query, names)]).toEqual([question, undefined])
    expect([question, datesInFields(question, now, names.days())]).toEqual([question, undefined])
    expect([question, inEnglish(question, () => false)]).toEqual([question, undefined])
  }
  for (const phrase of [...phrases, ...clockWords.split(/\s+/)]) unsigned([phrase])
  fc.assert(fc.property(fc.array(said, { minLength: 1, maxLength: 4 }), unsigned), { numRuns: runs(5_000) })
})

test('no reader of links reads what has no sign of them', () => {
  const words =
    `links link urls url web weblinks videos video recordings slides code show me all list any the are there of about for
  please where what rust ada`.split(/\s+/)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }), (some) => {
      const question = some.join(' ')
      if (!mayWantLinks(parseQuery(question)))
        expect([question, readLinkRequest(question, names)]).toEqual([question, undefined])
    }),
    { numRuns: runs(2_000) },
  )
})

test('no reader of what is asked of the notes as a whole reads what has no sign of it', () => {
  const parts =
    `how old|how recent|are|is|these notes|the data|up to date|when were|who took|whose notes are these|what were|the best|must see|
most popular|talks|worth watching|do you recommend|recommend me|i missed the conference|what should i know|where do i start|give me|an
overview|the highlights|of the event|summary of|summarize|everything|what was|the conference|about|i am new here|please|first|favourite|talk`
      .split('|')
      .map((part) => part.replace(/\s+/g, ' '))
  const unsigned = (some: readonly string[]) => {
    const question = some.join(' ')
    if (!mayAskOfNotes(parseQuery(question)))
      expect([question, readNotesRequest(question, names)]).toEqual([question, undefined])
  }
  fc.assert(fc.property(fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 5 }), unsigned), {
    numRuns: runs(4_000),
  })
})

test.each([
  'How do I handle database migrations in Flask?',
  'what did they say in Flask about celery?',
  'which test runner is recommended for large projects?',
  'which tools replace monkeypatching?',
  'should I use python3 on the server?',
  'why is the build slow?',
])('“%s” has no sign of a list or a programme', (question) => {
  expect(mayGoByClock(question, names)).toBe(false)
  expect(mayWantList(parseQuery(question))).toBe(false)
})
