export const me = {
  title: "Who are you here?",
  words: "Choose yourself among the users of this workspace. It decides what “mine” means on this computer, and in whose name notes and moves go to Ashby where the key allows it.",
  search: "Search users", none: "Nobody of this name.", more_one: "{{count, number}} more is found by name.", more_other: "{{count, number}} more are found by name.", change: "Someone else…",
  section: "Who you are", say: "Say who you are…", forget: "Nobody in particular", forgotten: "What you do now goes to Ashby in the name of the key.",
  soon: "Users come with the first sync.",
  known: "You are {{name}}. “Mine” means your jobs and interviews, and what you do goes to Ashby in your name.",
  gone: "The user chosen here is not active in Ashby any more.",
  unknown: "Not said yet: nothing here is “mine”, and what you do goes to Ashby in the name of the key.",
  behalf: "For your own name there, the key needs “Allow acting on behalf of a user”, in Ashby under Admin → Integrations → API Keys.",
} as const;
