/**
 * Words that stand capitalised in titles of talks and names of sections, firms and products, and in no person's name, in lower
 * case: collected by hand for this project. A word belongs here if it may stand where a name could, and is nobody's.
 */
export const titleWordList = `a about abstract abstraction abstractions access accessibility accessible accessing account accurate across action actions
  active actors acts adaptive additions address admin administration adoption advanced adventure adversarial afraid after
  again against agenda agentic agile ai alerts algorithm algorithms all always amazing an analysis analytics and android
  angular animal animation animations announcements anomaly another answer answers anything api apis app application
  applications applied approach approaches apps architect architectural architecture architectures area around arrow
  artificial asset assistance assistant assistive async asynchronous at attend attendees attributes audience audio audit auth
  authentication author authorization authors auto automate automated automatic automatically automating automation avoid
  award awards away aws azure back backbone backend balance barriers based bash basic basics battle became becoming been
  before beginner beginners beginning behavior behaviors behind being believe benefit benefits best better between beyond bias
  biases big bindings bio bitcoin blockchain blocks blog board bof book books boot bootstrap bottlenecks boundary bounds break
  breaking bringing broadcast browser browsers bug bugs build builder building builds built bundle business by bytecode cache
  caching call camp cancer canvas captions capture career case causes cell center central chain chair challenge challenges
  change changed changes changing channels chaos chart charts cheap check choose choosing chrome class classes cli client
  clients close closing cloud cluster clusters code codebase codebases codes coding coffee cognitive collaboration colleagues
  collection collections collector college combine comfort coming command commands comment commercial commit committee common
  communicate communicating communication communications communities community companies company compared comparing
  comparisons compiled compiler complete complex complexity component components compose composition computational compute
  computer computers computing concepts conclusion concurrency concurrent conditional conduct conf conference confidence
  configuration confusion connect connected connectivity consensus considered consistency consistent console constants
  constraints construction consumer consuming container containers content contents context continued continuous contracts
  contrast contribute contributing contribution contributions control controller controllers controls conversational convince
  cool core coroutines corp cost coupling course coverage crash crashes create created creating creation creative crisis
  critical cryptography css ctypes cultural culture current currently custom customer cyber dashboard dashboards data database
  databases day days dead death debt debug debugger debugging decades december decision decisions decorators deep default
  define defined delay delivery demo demos density dependencies dependency deploy deploying deployment deployments depth
  descriptors design designer designers designing designs desktop detect detection determine developer developers developing
  development developments devices devops differences different diffusion digital dinner direction directory disabled
  discovery discussion discussions disease display displays distinct distributed distribution distro dive diversity django
  docker docs document documentation doing domain done doors down drag draw drawing driven drop dynamic each easier easy
  economic edge editing edition editor education effective effectively effects efficiency efficient efficiently effort efforts
  elastic electronics embedded embedding embeddings embrace emerging emotional empathy employee encrypted end energy
  engagement engaging engine engineer engineering engines enough enterprise entities entrance entropy environment environments
  error errors estimate evaluating event events ever every everyone everything everywhere evil evolution example examples
  exceptions execute execution existing expand expect experience experiences experiment expert explain explained exploration
  explore exploring expressions expressive extending extensible extension extensions extreme eyes facebook factor factors
  failures fast faster fastest feature features february feedback feeling file files filtering filters final financial find
  finding firewall first five fixing flag flags flask flexbox floor focused follow font foot for forever form format formats
  formatting formerly forms forward foundation four frame framework frameworks free freedom friday from front frontend frozen
  full fully fun function functional functions fundamentals funny further future game games gaps garbage gathering general
  generating generation generator generics gesture get getting git github give global gmbh go goes good google government
  graph graphical graphics graphql graphs great grid grounding group groups growing growth guess guide habits hacking hall
  handling hands happened happy hard hardware hasty have having health hell hello help here hidden hide high higher
  highlighting highly hints historical history host hour how html huge human humans hundreds hybrid ideas identity image
  images immune impact impacts implement implementation implementing important improved improvement improvements improving in
  inc incident incidents inclusive incoming incorporated index industry inference information infrastructure inheritance
  initialization injection innovation innovative inside insights instant instead institute instruction instructions integrated
  integrating integration intelligence intent interaction interactions interactive interface interfaces internal international
  internet interview into intro introduce introducing introduction intuitive investment is isolation issues it january java
  javascript jobs joins journey js july jump just keep kernel kernels key keyboard keynote keynotes keys kids know knowledge
  kotlin kubernetes lab labs language languages large later latest launch launching layer layers layout layouts lazy
  leadership leading learn learned learning learnt legacy legal less lessons letter level libraries library life lifecycle
  lifting light lightning lights like limitations limited line linear lines link linking links lint linux lists live lives
  living llc load loading local location logging login long look looking loop loops low ltd lunch machine machines made magic
  main maintainable maintaining make makes making manage management manager managers managing manipulation manual many map
  mapping maps march market massive mastering match matches matching material materials math mathematical matrix matter
  matters mature meaning measure measures media meet meeting meetings meets meetup meetups memory mental mesh message
  messaging messy meta metal methods metrics mgmt micro microcontroller microservice microservices microsoft migrating
  migration migrations million minimum mission mistakes mobile mocking mocks model modeling modelling models moderator modern
  module modules moment monad monday money monitor monitoring monolith monolithic monthly more morning most motion movement
  moving multiple music my myself name named naming native natural nature navigation need needs network networking networks
  neural never new news newsletter next no node nodes nose notebook notebooks notes notification notifications novel november
  numbers object objectives objects observability observation obvious october of offering offers office offline on onboarding
  once one online only open opening operating operation operations operator ops optimization optimizing or orchestration
  organization organizations organizer organizers oriented origin other our outcome outcomes outline output over overview
  package packages packaging page pages pair panel panelists papers parallel parallelism parser parsing part parts party
  passes password passwords paths patients pattern patterns payment people performance personal perspective phone photo photos
  physical picture pieces pipeline pipelines pitfalls pixel plan planning platform platforms play player point pointers
  policies policy polyglot popular population portal positive possibilities post postgres potential powerful practical
  practice practices prediction prepare presence present presentation presentations pretty preview previously primary
  primitives principles privacy private privilege problem problems process processes processing product production
  productivity products professional profile profiles profiling program programmer programmers programming programs progress
  progressive project projects promises promote proof properties property proposals protocol prototyping provider proxy public
  purpose push python q quality queries query querying question questions queue queues quick quotes radio rails ranking ratio
  react reactive readable reading readings ready real reality really realtime reason recap recently recipes recognition
  recommendations record recorded records red redirect redis reduce refactoring reference references reflect regex regions
  registration regression regular related relation relational relations relationships release releases reliability reliable
  remember remote removal render rendering repo report reporting reports representations reproducible requests research
  resource resources responses responsibility responsive rest restaurant result results retro retry reusable reuse reverse
  review rewrite right risk road roadmap robust role room rooms roundup router routes routing ruby rule rules runner running
  runtime runtimes rust safe safety same saturday scalable scale scaling scenes schedule scheduling scholarship school schools
  science scientists scraping scratch screen script scripting scripts search second secondary secret secrets secure security
  seeing self semantic sense sensor september sequence sequences servant server serverless servers service services session
  sessions settings setup several shader shape share shared sharing shell shiny short shortcuts should showcase signal
  significant simple simpler simplest simplicity simulate simulator single site sites six size skills slack slide slides slow
  small smart snake snippets social sockets soft software solution solutions solving some sorting sounds source space spaces
  spark sparse spatial speak speaker speakers speaking spectrum speech speed splitting sponsor sponsors sponsorship spring
  sprints sql stable stack stage standard standards stands start started starter starting startup state statement states
  static station statistical statistics status step steps stop storage store stories story strategies strategy stream
  streaming streams string strings structural structure structured structures student studies study stuff style styles
  stylesheet stylesheets styling subtitle success successful sucks suite summary sunday supply support supporting surprise
  survey sustainable swift symposium sync system systems table tables take takeaway takeaways taking tales talk talks targets
  task tbd tdd teach teaching team teams tech technical techniques technologies technology telling template ten terms
  terraform test tested testing tests text than thank that the them theory they things think thinking third this thoughts
  threads three through thursday tickets time times timing tiny tips tissue title tkinter to today together tokens told
  tomorrow tool tooling toolkit tools top topic topics total touch tour towards tracing track track1 track2 tracking tracks
  tradeoffs traditional traffic training trajectory transfer transformation transformers transit transition transitions
  translation transparency transport treatment trees trends tricks truly tuesday tuning turning tutorial tutorials twelve
  twice twitter two type typed types typescript ugly ui ultimate uncertainty undefined under understand understanding
  unicode unified unit universal university unsafe up upcoming update updates upgrade upgrading upon us usage use
  used user users using ux validation value variable variables various vault vector venue verify version viable video view
  views virtual virtualenv vision visual visualization visualizations void vue vulnerabilities vulnerable want wants watch way
  ways wearable weather web website websites wednesday welcome welcoming what wheels when where while who why widgets width
  wifi wiki wild window windows with within without wonderful word work worker workers workflow workflows working
  workload works workshop workshops world write writing written wrong xml year years your yourself zero`
