import * as z from 'zod'
import { isWebAddress } from '../../text/web-address.ts'
import { linkKinds, talkKinds } from '../talk.ts'
import { dateText, itemList, mapping, mappingOrText, oneOf, singleLine, timeOfDay } from './schema.ts'

const slot = {
  date: dateText().optional(),
  starts: timeOfDay().optional(),
  ends: timeOfDay().optional(),
  room: singleLine('write the room as text, in quotes if it is a number').optional(),
}

/** The front matter of a talk note. */
export const talkSchema = mapping(
  {
    title: singleLine('give the talk its title in text, in quotes where it is a number: `title: "…"`'),
    kind: oneOf(talkKinds).default('talk'),
    speakers: itemList(
      mappingOrText(
        'name',
        {
          name: singleLine('write the name as text'),
          handle: singleLine('write the handle in quotes: "@name"')
            .overwrite((handle) => (handle.startsWith('@') ? handle : `@${handle}`))
            .optional(),
        },
        'write `- Name` or `- { name: Name, handle: "@name" }`',
      ),
      'write a list: `speakers: [{ name: Name }]`',
    ),
    tags: itemList(
      singleLine('write each tag as text, in quotes where it is a number'),
      'write a list: `tags: [one, two]`',
    ),
    links: itemList(
      mapping(
        {
          title: singleLine('say what the link leads to'),
          url: singleLine('give the address: "https://…"'),
          kind: oneOf(linkKinds).default('site'),
        },
        'write `- { title: Video, url: "https://…", kind: video }`',
      ),
      'write a list: `links: [{ title: Video, url: "https://…", kind: video }]`',
    ),
    followUps: itemList(
      mappingOrText(
        'text',
        {
          text: singleLine('say what to do, in one sentence; in quotes where it contains a colon'),
          url: singleLine('give the address: "https://…"').optional(),
        },
        'write `- Sentence` or `- { text: Sentence, url: "https://…" }`',
      ),
      'write a list: `- Sentence`, one a line',
    ),
    attendees: itemList(singleLine('write each name as text'), 'write a list: `attendees: [Name, Name]`'),
    ...slot,
    again: z
      .array(mapping(slot, 'write `- { date: 2026-12-02, starts: "14:00", room: Hall }`'), {
        error: 'write a list: `again: [{ date: 2026-12-02, starts: "14:00" }]`',
      })
      .optional(),
    language: singleLine('write a language code, e.g. `en` or `pt-BR`')
      .refine(isLanguage, { error: 'write a language code, e.g. `en` or `pt-BR`' })
      .optional(),
  },
  'write one `key: value` a line',
)

export type FrontMatter = z.output<typeof talkSchema>

type Addresses = Pick<FrontMatter, 'links' | 'followUps'>

/** Without addresses that lead nowhere on the web: a link goes, of what to do the sentence stays. */
export const withWebAddresses = ({ links, followUps }: Addresses): Addresses => ({
  links: links.filter(({ url }) => isWebAddress(url)),
  followUps: followUps.map(({ text, url }) =>
    url !== undefined && isWebAddress(url) ? { text, url } : { text },
  ),
})

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    return false
  }
}
