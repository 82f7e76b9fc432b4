/**
 * Words that stand capitalised in titles of talks and names of sections, firms and products, and in no person's name, in lower
 * case: collected by hand for this project. A word belongs here if it may stand where a name could, and is nobody's.
 */
export const titleWordList = `a about abstract accessibility action active adaptive advanced after agenda agile ai all an
  analysis analytics and
  android angular another answers api apis app application applications apps architecture around artificial async at
  audience audio auth automated automatic automation aws azure back backend bash basic basics battle before beginners best
  better between beyond big bitcoin blockchain board bof break breaking bringing browser browsers bug bugs build building
  business by cache caching camp canvas capture case challenges change changes chaos cheap chrome cli client closing cloud cluster
  clusters code codes coding coffee community company compiler complete component components computer computing conclusion
  concurrency conf conference consistency consistent container containers content contents continuous control cool core
  creating css cultural culture custom cyber data database databases day days debug debugging deep delivery demo demos deploy
  deploying deployment design designing designs developer developers development devops digital dinner discussion distributed
  dive django docker docs documentation domain driven dynamic easy edge effective efficient elastic embedded emerging end
  engine engineer engineering enterprise error errors event events everything evolution example examples exploring extreme
  facebook fast features final first five flask floor follow for four foundation framework frameworks free from front frontend
  full fun functional further future game games general get getting git github go good google graph graphql great group groups
  growing guide hacking hall hands hard hardware hello help high history host how html human ideas images implementing
  improving in incident industry infrastructure inside insights instant integration intelligence interactive interface
  internal internet intro introducing introduction is issues it java javascript jobs js key keynote keynotes keys kotlin
  kubernetes
  lab labs language languages large launch layer layout leadership learn learned learning legacy lessons lifting light lightning
  like link links linux live local location logging long low lunch machine machines main making manage management managing map
  maps
  mastering material matter meet meeting meetup memory message messaging methods metrics microservice microservices microsoft
  migrating migration mobile multiple companies various several upcoming developments everyone model modeling models modern
  module modules moment monitoring monolith more morning most my name
  native natural network networking networks neural new next no node notes of office offline on one online open opening
  operations
  ops optimization optimizing or organization other our outline over overview page pages panel parallel parser part parts party
  pattern patterns people performance phone pipeline pipelines pixel platform platforms play point policy post practical
  practice
  practices present presentation principles privacy problem problems process processing product production products program
  programming progress progressive project projects proof property protocol public python q quality queries query question
  questions queue queues quick rails react reactive readings ready real recap recorded red redis refactoring reference
  references
  related relational release reliability reliable remote report research resource resources responsive rest result results retro
  review right road roadmap robust room ruby runtime rust safe safety scalable scale scaling schedule science script search
  secret
  secure security self semantic sensor serverless service services session sessions setup shared short simple simplicity single
  site six slide slides small smart social software solution solutions some source spark speaker speakers speed speech sponsor
  sponsors spring sql stack stage standard standards start started starting startup state static status storage stories story
  strategies strategy stream streaming streams structure structured style subtitle summary support surprise survey swift
  symposium sync system systems table takeaway takeaways tales talk talks tbd tdd team teams tech technical techniques
  technologies
  technology ten terraform test testing tests text the theory things thoughts three tips title to together tomorrow tool tooling
  tools top topic topics track tracking tracks traffic training transfer transparency tutorial tutorials twitter two type types
  typescript ui ultimate previously currently formerly under understanding unit universal up upgrade us usage use user users
  using ux value variable various
  venue version video view views virtual visual visualization vue watch way wearable web website welcome what when where who why
  wiki wild window windows with without word work worker workers workflow working works workshop workshops world writing xml
  year
  your zero award awards announcements identity crisis panel registration doors networking bio author authors organizer
  organizers moderator panelists attendees
  chair track1 track2 monday tuesday wednesday thursday friday saturday sunday january february march july
  september october november december incorporated limited inc ltd llc gmbh corp university institute college school`
