/** The words of questions for a programme, collected by hand for this project: folded, phrases with blanks. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Hold such a question together, and say nothing of which talks are meant. */
export const programmeFillers = words(`
  what which who when where whats whos wheres whens wat wut wats u any1 early late is are was were be been will would can
  could do does did has have
  had shall should may might must need needs there here a an the of for to in on at and or so if , - – it its that this these
  those then i im we you u they me us my our everyone anyone anybody
  sorry remind am im recommend recommended suggest worth good best top favourite favorite must-see interesting highlights overview summary
  show tell give list see find know knows please pls plz hi hey hello yo hallway ok okay um hm thanks folks guys quick question
  wondering time times still yet already also else just again like want wanna miss missed
  happening happens happen going scheduled planned taking takes take place running runs run held given starts start starting
  begins begin beginning available offered coming comes come up attend visit watch go catch
  talk talks session sessions presentation presentations lecture lectures slot slots event things thing something anything
  everything anything any all other
  speaks speak speaking spoke talking talked presents present presenting presented gives giving gave happened speaker speakers
  full whole complete entire so far
  schedule programme program agenda timetable lineup line-up calendar plan day conference conf event
`)

/** Each alone asks for the programme. */
export const programmeWords = words('schedule programme program agenda timetable lineup line-up')

/** Before these stands what talks are about, if it is not known to be something else: `kubernetes talks tomorrow`. */
export const programmeThings =
  words(`talk talks session sessions presentation presentations lecture lectures workshop workshops
  tutorial tutorials keynote keynotes`)

/** After these stands a topic, unless it is a day, a time or a room. */
export const aboutWords = words('on about covering regarding with')

/** A question for talks on a topic has one of these: who is on call is no talk. */
export const asksForTalks =
  words(`talk talks session sessions presentation presentations lecture lectures workshop workshops
  tutorial tutorials keynote keynotes anything something about covering regarding speaks speaking schedule programme program`)

/** After these, part of a speaker's name is enough. */
export const speakingWords = words(
  'speak speaks speaking spoke talk talking talked present presents presenting give gives giving on up busy free available',
)

/** Names of what a programme has besides talks. */
export const speakersWords = words('speakers presenters')
export const roomsWords = words('rooms halls stages')

/** Said of a person or a room. */
export const busyWords = words('busy free occupied engaged taken')

/** Speak of what is over. */
export const pastWords = words(
  'was were did had spoke talked gave presented missed miss happened yesterday yday',
)

/** Part of what halls are called. */
export const roomWords =
  words(`room rooms hall stage auditorium theatre theater ballroom saal raum salle sala foyer lab
  track amphitheatre amphi pavilion lounge tent`)

/** Words that are long enough to be recognized even if misspelt, if they mean nothing else. */
export const misspellable: readonly string[] = [
  ...words(`tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday morning afternoon evening
  schedule programme agenda timetable happening keynote keynotes workshop workshops tutorial tutorials session sessions
  speaking speaker speakers currently`),
]
