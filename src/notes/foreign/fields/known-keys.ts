import type { LinkKind } from '../../talk.ts'
import { foldKey } from '../words/property-line.ts'

/** What a field of foreign front matter means for a talk. */
export type KeyMeaning =
  | {
      readonly of:
        | 'title'
        | 'speakers'
        | 'date'
        | 'tags'
        | 'event'
        | 'language'
        | 'kind'
        | 'text'
        | 'draft'
        | 'room'
        /** From when, or from when to when. */
        | 'time'
        | 'ends'
        | 'duration'
        | 'zone'
        | 'published'
        /** Further times at which it is given. */
        | 'again'
        | 'followUps'
        | 'attendees'
    }
  /** Names as they stand in addresses: `ada-example`. */
  | { readonly of: 'slugs' }
  /** An address, or several; the kind is the address's own if absent. */
  | { readonly of: 'link'; readonly kind?: LinkKind; readonly title?: string }
  /** What is text if it stands below a title. */
  | { readonly of: 'place' }
  /** What says nothing of a talk by itself, and is text all the same if it stands below a title. */
  | { readonly of: 'aside' }
  /** Something that tools keep for themselves, or that a talk has no use for. */
  | { readonly of: 'nothing' }

const keys: readonly (readonly [KeyMeaning, string])[] = [
  [{ of: 'title' }, 'title titel talk talktitle sessiontitle titulo titre titolo vortrag'],
  [
    { of: 'speakers' },
    'speaker speakers speakername speakernames speakerinfo speakersinfo speakerdetails presentername presenternames author authors presenter ' +
      'presenters copresenter copresenters cospeaker cospeakers presentedby by givenby talkby talkgivenby deliveredby host hosts ' +
      'mentor mentors facilitator facilitators convener conveners convenor convenors instructor instructors trainer trainers lecturer lecturers sprecher sprecherin referent referentin referenten vortragende ponente ponentes ' +
      'orador presentador apresentador palestrante palestrantes ' +
      'intervenant intervenants intervenante intervenantes conferencier orateur orateurs oratrice conferenciante conferenciantes expositor ' +
      'expositores relatore relatori spreker sprekers sprecherinnen referentinnen speakerin speakerinnen vortragender vortragenden who',
  ],
  [
    { of: 'slugs' },
    'presenterslugs speakerslugs speakerslug presenterslug speakerids speakerid presenterids presenterid authorslugs',
  ],
  [
    { of: 'date' },
    'date day held heldon start starts startdate startdatetime startsat starttime datetime when recorded recordedat ' +
      'talkdate eventdate eventstart scheduledat datepublished publishdate publisheddate watched datum fecha dia jour',
  ],
  [{ of: 'published' }, 'published'],
  [{ of: 'draft' }, 'draft'],
  [
    { of: 'tags' },
    'tags tag categories category keywords keyword topics topic subjects subject themes labels track etiquetas schlagworte stichworte motscles',
  ],
  [{ of: 'event' }, 'event events eventname conference conferencename conf meetup conferencia konferenz'],
  [{ of: 'language' }, 'language lang locale sprache idioma langue lingua'],
  [{ of: 'kind' }, 'kind type sessiontype talktype format'],
  [
    { of: 'text' },
    'description summary abstract desc shortdescription longdescription fulldescription blurb extract excerpt subtitle intro synopsis beschreibung kurzbeschreibung zusammenfassung ' +
      'descripcion descricao descrizione resumen resumo sinopsis',
  ],
  [
    { of: 'link', kind: 'video', title: 'Video' },
    'video videos videourl videolink youtube youtubeurl youtubelink youtubeid vimeo vimeoid recording recordingurl watch videoid stream aufzeichnung grabacion gravacao',
  ],
  [
    { of: 'link', kind: 'slides', title: 'Slides' },
    'slides slide folien diapositives diapositivas slidesurl slideurl slideslink slidedeck deck presentation ' +
      'presentationurl presentationlink slideshare speakerdeck pdf',
  ],
  [
    { of: 'link', kind: 'code', title: 'Code' },
    'repo repository code codeurl github githuburl githubrepo demo source sourcecode',
  ],
  [{ of: 'link', kind: 'docs', title: 'Documentation' }, 'docs documentation docsurl'],
  [
    { of: 'link' },
    'url urls link links website site web page homepage externalurl eventurl conferenceurl talkurl talklink sessionurl ' +
      'resources additionalresources references paper article blog transcript canonicalurl originalurl permalinkurl attachments enlace enlaces lien liens',
  ],
  [{ of: 'place' }, 'location place venue city country geo address enddate level ort lugar lieu luogo'],
  [{ of: 'room' }, 'room roomname hall stage saal raum sala salle aula'],
  [
    { of: 'time' },
    'time timeslot timing uhrzeit hora horario horainicio horadeinicio heure beginn begin anfang inicio debut von',
  ],
  [{ of: 'ends' }, 'end ends endtime enddatetime endsat eventend until ende bis fin horafin horadefin'],
  [{ of: 'duration' }, 'duration scheduledduration length minutes dauer duracion duracao duree'],
  [{ of: 'zone' }, 'timezone tz'],
  [{ of: 'again' }, 'again'],
  [{ of: 'followUps' }, 'followups followup'],
  [{ of: 'attendees' }, 'attendees attendee attendedby'],
  [
    { of: 'aside' },
    'audience difficulty rating stars series comments comment bio affiliation company organization organisation email',
  ],
  [
    { of: 'nothing' },
    'layout permalink slug id uuid uid aliases alias cssclass cssclasses created createdat createdon creationdate modified ' +
      'updated updatedat lastmod lastmodified weight order position toc image images img thumbnail cover coverimage banner ' +
      'ogimage photo featured featuredimage hero math mathjax katex nav navorder sidebar sidebarlabel ' +
      'sidebarposition hidden hidetitle pagination template status state done progress parent grandparent ' +
      'haschildren collection theme class publish private visibility lastedited lasteditedby lasteditedtime createdtime lastreviewed redirectfrom ' +
      'redirectto social twittercard seo robots sitemap outputs cascade markup ' +
      'provider videoprovider width height ' +
      'feed rss tweet share sharing likes views source2 editlink prev next excerptseparator ' +
      'headertransparent headerimage avatar',
  ],
]

const meanings: ReadonlyMap<string, KeyMeaning> = new Map(
  keys.flatMap(([meaning, names]) => names.split(' ').map((name) => [name, meaning] as const)),
)

/** What a key means, however it is spelled: `video_url`, `Video URL`, `url_video`; undefined if nobody knows. */
export function keyMeaningOf(key: string): KeyMeaning | undefined {
  const folded = foldKey(key)
  // `Title of your talk`, as a form asks for it.
  const meaning = meanings.get(folded) ?? meanings.get(folded.replace(ofTalk, ''))
  if (meaning) return meaning
  // `talkDescription`, `topic_summary`
  const text = meanings.get(folded.replace(/^(?:talk|session|topic|presentation|proposal)(?=\w)/, ''))
  if (text?.of === 'text') return text
  // A table has a column a person: `Presenter 2`.
  const numbered = meanings.get(folded.replace(/\d$/, ''))
  if (numbered?.of === 'speakers') return numbered
  // `Link to your slides`, `Enlace a las diapositivas`
  const [, before, behind] =
    /^(?:(?:url|link|enlace|lien)(?:(?:to|zu|a|aux?|para)(?:the|your|den|der|las?|los|les)?)?(.+)|(.+)(?:urls?|links?|uri))$/.exec(
      folded,
    ) ?? []
  const linked = meanings.get(before ?? behind ?? '')
  if (linked?.of === 'link') return linked
  // With its accents; in English a resume is on somebody's life.
  return /^r\u00e9sum\u00e9$/i.test(key.normalize('NFC').trim()) ? { of: 'text' } : undefined
}

const ofTalk =
  /(?:of|ofthe|ofyour|ofmy|de|dela|detu|der|des)(?:talk|session|presentation|proposal|lecture|charla|ponencia|sesion|vortrags?)$/

/** Whether a key names whoever has written the page, and may have spoken. */
export const isAuthorKey = (key: string): boolean => /^authors?$/i.test(key)
