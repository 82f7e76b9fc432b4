/**
 * Ordinary words that stand in no list of a question's words. They are no slips, whatever word of the notes is near: who asks about a
 * layer means no `Layar`. Collected by hand for this project. Plurals, pasts and gerunds need no entry.
 */
export const ordinaryWordList = `abroad abuse accent access account across actor acute adapt adopt advance affair affect agenda agent ahead aid aim
  alarm album alert alike alive alley allow aloud alter amaze amuse angle ankle annoy annual apple april arch arena armed army arrow aside
  aspect assist assume assure attach attack attempt attic attend august aunt author autumn avenue award aware awful awkward badge bake balance bald
  balloon banana band bare bargain barn barrel basic basket batch battle beam bean bear beard beast beat beauty behave belief bell
  belly belt bench bend berry bias bind birth bite blade blame blank blanket blast blend bless blind block blog blonde
  bloom blush boast boil bold bolt bomb bone bonus boost boot bore bounce bounty bowl brain brake branch brand brass
  brick bridge broom bruise brush bubble bucket bulk bull bunch bundle burden burn burst bury bush butcher button cabin cable cage
  calf calm camel camera camp canal candy canvas capable capital captain capture carbon career cargo carpet carrot cart carve castle
  casual cattle cause caution cave ceiling cell cereal chain chalk champion chance channel chaos chapter charm chart chase chat cheat
  cheek cheer cherry chess chest chew chief chill chin chip choice choir chop chorus cigar circle circus citizen civil claim clap
  clash clause claw clay clerk clever cliff climate clinic cloak clone cloth cloud clown clue coach coal coarse coast coat code
  coin collar colour color column comb comedy comet comfort comic command comment common compass compete complex compose concert concise
  conduct cone confess confuse connect consent consult contact content contest context convert convince cope copper coral cord core corn correct costume
  cottage cotton couch cough council counter course court cousin crab crack cradle craft crash crawl cream crew crime crisp critic crop
  crowd crown crude cruise crush crust crystal cube culture cure curl curse curtain curve cushion custom cycle dairy damage damp danger dare
  dash dawn deaf debate debt decent declare decline decorate deed deer defeat defend define degree delay delight demand deny deposit
  depth desert deserve design desire despair detail detect devil devote diary diet differ digest digit dignity dine dip direct dirt
  dismiss display dispute dive divorce doctor doll dolphin donate donkey doubt dough dozen draft drag dragon drain drama drawer dread drift
  drill drop drown drug drum dual duck duke dumb dusk dust duty eager eagle earn ease edge edit effect effort elbow elder elect
  element elephant elite embark embrace emerge empire employ enable encounter endure enemy energy engage engine enquire ensure entire entry
  envelope envy equip era error essay estate evil exact exam exceed except excite excuse exercise exhaust exile exit exotic expand
  expert expire explode explore export expose extend extra fable fabric factor factory fade faint fairy faith fake fame fancy farewell
  fashion fasten fatal fate fault favour favor feast feather federal feed fellow fence fetch fever fiber fibre fiction field fierce fifth
  figure filter finance fist flag flame flare flash flavour flavor fleet flesh flexible flip float flock flood flour flow fluid flush foam
  focus fog fold folk force fork formal formula fort fortune forum forward foster found fox fraction fragile frame fraud freeze frequent fridge
  friendly fright frog front frost frozen fruit fuel fury fuse future gain gallery gallon gamble gap garage garlic gate gaze gear gender
  general genius genre gesture ghost giant glance glare global glory glove glow glue goat golden goose gossip govern grab grace grade grain
  grand grant grape graph grasp grave gravity grief grill grin grip grocer ground group guard guest guide guilt guitar gulf gun habit
  halt hammer handle harbour harbor hardy harm harsh harvest haste hatch hazard headline heal health heap heaven heel height hell hero
  hesitate hidden hike hint hire hobby hollow holy honey honour honor hook horn horror horse hostel hostile huge humble humour humor hunger
  hurricane hut hybrid icon ideal identity idle ignore image immense immune impact imply import impress impulse inch incident income index
  industry infant inherit injury inner input inquiry insect insert inside insist inspect inspire install instance insult intend intense intent
  invade invest iron issue item ivory jacket jail jam jar jazz jealous jeans jelly jewel joint journal joy judge juice jungle jury
  justice keen kettle kidney kingdom kiss kite knee kneel knife knight knit knot label labour labor ladder lady lamb lane latter launch
  laundry lawn layer leader leaf league leak lean leap lease leather lecture legend lemon length lens lesson letter level liberty library
  licence license limb limit linear linen link lion liquid list liter literal litre load lobby locate lock logic lonely loop loose lord
  lover loyal lump lung lure luxury machine magic magnet maid maintain major mammal mandate manner manual margin marine mask mass master
  mate maximum mayor maze meadow melt member memory mental mention menu mercy merge merit mess metal meter method metre middle might mild military
  mill mind mineral minimum minor minority mirror mist mix mob model modest moist moral motion motive motor mount mouse muscle museum mushroom
  mutual mystery myth nail naked native nature naval neck needle negative neglect nephew nerve nest neutral niece noble nod noon norm
  notion novel nuclear nurse nut oath object oblige occupy occur ocean odour offence offend officer oil olive onion opera operate oppose
  oppress optical oral orange orbit orchard organ origin orphan ounce outcome outdoor outfit outlet output oval owe oxygen pace pack packet
  palace palm panel panic parade parcel pardon parrot partner passion passive paste patch patent patience patient patrol pause paw peace
  peach peak pear pearl peasant pencil penny pepper perform peril permit pest petrol piano pig pile pill pillow pilot pinch pine pink
  pint pioneer pirate pitch pity planet plank plastic platform plead plenty plot plough plow plug plunge pocket poem poet poetry poison pole
  police polish poll pond pony pool pope porch pork port portion portrait pose post pot potato pound poverty powder power praise pray
  preach predict premium presence pride priest prime prince prior prison prize process profile project promise prompt proof proper
  propose protest proud province pump punch pupil purchase pure purple purpose purse pursue puzzle quarrel queen quest queue quit quiz quote
  rabbit radar radio rage raid rail random range rank rapid rat ratio rational razor react rebel receipt recent recipe record recover
  recruit refer reform region regret regular reject relate relax relay release relief religion rely remark remedy remote render renew
  rescue resident resign resist resolve resort resource response restore result retail retire retreat reunion reveal revenge reverse
  revise revival revolt reward rhythm ribbon rid rifle rigid riot risk ritual rival roast rob robot rocket rod rope rose rotten route
  routine row royal rub rubber rude rug ruin rumble rural rust sack sacred sacrifice saddle sail saint sake salmon salute sample sand
  satin sauce sausage scale scandal scar scare scatter scene scent scheme scholar scope scratch screen screw script scroll seal search seat
  secret section sector secure seed segment seize select self sense sentence sequence serial series servant session settle severe sew sex
  shade shadow shallow shame shape shed sheep sheet shelf shell shelter shield shock shore shotgun shoulder shovel shrink shrug sibling
  siege sight signal silk silver sink siren site skate sketch skill skin skirt skull slack slate slave slice slide slogan slope slot
  snack snake sneak sniff soak soap soccer social sock soda sofa soil soldier sole solid sorrow soul sound source spade spare spark spawn
  species speech speed spell sphere spice spider spin spine spiral spirit spite splash split spoil sponsor spot spouse spray spur spy squad
  square squeeze squirrel stable stack stadium stage stain stair stake stale stall stamp standard stare state static statue status
  steam steel stem stiff stir stitch stomach stone stool stoop store stove strain strand straw stream stress stretch strike string strip
  stripe stroke stroll structure struggle stubborn studio stuff style subject suburb subway suck sue suffix suit suite sunset super supper
  supreme surface surge surgeon surgery surname surplus surround survey suspect sustain swallow swamp swap swarm swear sweat sweep swell
  swift swing switch sword symbol symptom syrup tackle tail tailor talent tank tap tape tasty tease temper temple tempo tenant tend
  tender tennis tent term terror text theft theme theory therapy thief thigh thirst thorn thread threat thrill throat throne thumb thunder
  tide tiger tile timber tiny tip tire tissue title toast tobacco toe toilet ton tone tomato tongue tooth torch toss total tower toxic toy
  trace track trade trail trait transfer trap trash tray treaty tremble trend trial tribe tribute trick trim trip triumph troop tropic
  trouble trousers trunk trust truth tube tumble tunnel turkey tutor twin twist tyre umbrella uncle unify union unique unit unite upper
  upset urban urge urgent usage utter vacant vague vain valid valley value van vanish vapour vary vault vegetable vehicle veil vein velvet vendor
  venture verb verse vessel veteran victim victory view vine violin virtue virus visa visible vision vital vivid vocal volcano volume
  voyage wagon waist waiter wander ward wardrobe warrior waste wealth weapon weave web wed weed weep weird wheat wheel whip whistle widow
  width wing wipe wire wisdom witch witness wolf wool worm worse worship worst worthy wound wreck wrist yacht yard yarn yell yield zebra zero zone
  agile breach burnout budget burndown campaign chatbot compliance copyright coworking dashboard downtime enterprise freelance freelancer
  gdpr governance headcount hackathon homework hybrid keynote laptop layoff layoffs livestream logistics mentor mentoring merch merchandise
  newsletter okrs onsite outage payroll podcast podcasts postmortem recruiter recruiting recruitment remote roadmap runway scrum sprint sprints
  stakeholder startup startups subscription sustainability telemetry tshirt upskilling venue webinar webinars whiteboard wifi workflow workplace`

/** The same of tools and companies that people know, as they are written: who asks for a Slack channel means no stack. */
export const knownNameList = `airbnb airflow airtable amazon android angular ansible apache apple arduino asana atlassian auth0 axios azure babel backstage bamboo
  bazel bitbucket bootstrap bower caddy cassandra chatgpt chrome circleci claude clickhouse clickup clojure cloudflare cockroach
  confluence consul copilot cypress dagster dapr datadog debian deno dependabot discord docker dropbox druid dynamo elastic electron elixir
  ember envoy erlang eslint etcd excel express facebook fargate fastapi fastify fastly figma firebase firefox flink flutter fluentd
  gatsby gemini gitea github gitlab golang google gradle grafana graphql grpc gulp hadoop haskell hashicorp helm heroku hibernate hugo
  influx instagram istio jaeger java javascript jenkins jest jira julia jupyter kafka keras keycloak kibana kong kotlin kubernetes lambda laravel
  lerna linear linkerd linkedin linux liquibase llama logstash loki looker lua mariadb mastodon maven memcached mercurial mesos meteor
  microsoft minio miro mistral mixpanel mocha mongo mongodb mysql nagios neo4j netlify netflix nginx nomad notion nuxt okta openai
  opensearch oracle pagerduty pandas parquet paypal perl phoenix photoshop php pinecone playwright podman portainer postgres postman prefect
  presto prisma prometheus puppet pulumi pulsar pytorch quarkus rabbitmq rails react reddit redis redshift redux renovate ruby rust salesforce
  sass scala selenium sentry shopify signal skype slack snowflake solr spark splunk spotify spring sqlite storybook stripe supabase svelte
  swagger swift symfony tableau tailwind teams telegram tensorflow terraform thanos traefik travis trello trino twilio twitter ubuntu unity
  unleash vagrant vault vercel vite vitest webex webpack whatsapp windows wordpress youtube zapier zendesk zookeeper zoom`
