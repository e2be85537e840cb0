/** What is done with people beyond moving, rejecting, tagging and writing, and how it is asked. */
export const deed = {
  listed: { refused: "Ashby does not show this list to the key.", permission: "Switch on Hiring process metadata, read, for this key in Ashby: Settings → Connection tells how.", said: "Ashby answered: {{said}}.", status: "Ashby answered with status {{status, number}}.", again: "Try again; if it stays so, Settings → Ashby’s API shows the whole answer." },
  mail: {
    title: "Mail", add: "Send a mail…", without: "Send no mail", template: "Template", choose: "Choose a template", untitled: "Template without a name", when: "Sent", morning: "The next morning, 9:32", morningWords: "the next morning at 9:32, the organisation’s time", own: "At a time of my own", time: "Day and time", atTime: "on {{time}}", past: "This time is over. Choose one to come.",
    final: "A mail cannot be taken back once Ashby has it.", goes: "Ashby mails {{name}} “{{template}}” {{when}}. This cannot be undone.", goesMany: "Ashby mails each of the {{name}} “{{template}}” {{when}}. This cannot be undone.", send: "Reject and mail", none: "Ashby has no templates for mails. Make one in Ashby, then open this again.",
    done: "Rejected {{name}}: {{reason}}. Ashby writes {{when}}", gone: "This rejection goes with a mail and is not undone by a key.", goneCure: "If it has not been sent yet, Activity can still take it back.",
  },
} as const;
