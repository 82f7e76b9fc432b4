/** The words of questions for a programme, collected by hand for this project: folded, phrases with blanks. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Hold such a question together, and say nothing of which talks are meant. */
export const fillers = words(`
  what which who when where whats whos is are was were be been will would can could do does did has have had shall should may
  there here a an the of for to in on at and or , - – it its that this these those
  me us i we you show tell give list see find know please hi hey hello hallway so then
  happening happens happen going scheduled planned taking takes take place running runs run held given starts start starting
  begins begin beginning available offered coming comes come up attend visit watch go
  talk talks session sessions presentation presentations lecture lectures workshop workshops tutorial tutorials keynotes
  keynote slot slots event things thing something anything everything any all other
  speaks speak speaking talking presents present presenting gives speaker speakers
  schedule programme program agenda timetable lineup line-up calendar plan day conference
`)

/** Before these stands what talks are about, if nothing else is known of it: `kubernetes talks tomorrow`. */
export const things =
  words(`talk talks session sessions presentation presentations lecture lectures workshop workshops
  tutorial tutorials keynote keynotes`)

/** What is begun by these is a topic, unless it is a day, a time or a room. */
export const aboutWords = words('on about covering regarding with')

/** One of these is there if a topic is asked for: nobody who is on call is a talk. */
export const asksForTalks =
  words(`talk talks session sessions presentation presentations lecture lectures workshop workshops
  tutorial tutorials keynote keynotes anything something about covering regarding speaks speaking schedule programme program`)

/** Part of what halls are called. */
export const roomWords =
  words(`room rooms hall stage auditorium theatre theater ballroom saal raum salle sala foyer lab
  track amphitheatre amphi pavilion lounge tent`)
