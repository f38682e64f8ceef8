package org.peersupport.protocol;

import static org.peersupport.protocol.Rule.any;

import java.time.Duration;
import java.util.List;

/**
 * The default protocol, {@code ama-six-elements}.
 *
 * <p>Source: <i>The Power of Peer Support During a Pandemic</i>, AMA STEPS Forward success story,
 * 2020 (J. Shapiro). The published text names the elements 5 and 6; the figure that names the
 * others is not in it. Elements 2 to 4 stand in for them, taken from the components of J. Shapiro
 * and P. Galowitz, Peer support for clinicians: a programmatic approach, Academic Medicine
 * 2016;91(9). All wording is our own.
 */
final class AmaSixElements {
  private static final String AMA =
      "AMA STEPS Forward, The Power of Peer Support During a Pandemic, 2020";
  private static final String COMPONENTS =
      "Stands in for an element that the AMA text does not name; from the components of Shapiro and"
          + " Galowitz, Academic Medicine 2016;91(9)";
  private static final String OUR_ORDER = "Our reading of the order of the six elements";

  private AmaSixElements() {}

  static ProtocolBuilder define() {
    ProtocolBuilder protocol =
        ProtocolBuilder.of("ama-six-elements", "1.0.0")
            .title("Six elements of a peer-support conversation")
            .source(
                AMA
                    + " (J. Shapiro). The text names elements 5 and 6 and describes proactive outreach;"
                    + " elements 2 to 4 are placeholders from Shapiro and Galowitz 2016, not the AMA's"
                    + " wording. Your programme must replace or confirm these three. What is"
                    + " compulsory here is so by our reading.");
    addElements(protocol);
    protocol.order(
        Order.strict()
            .returning("reflect-and-reframe", "invite-and-listen")
            .returning("make-sense-and-cope", "invite-and-listen")
            .returning("make-sense-and-cope", "reflect-and-reframe")
            .returning("offer-resources", "invite-and-listen")
            .returning("offer-resources", "reflect-and-reframe")
            .returning("offer-resources", "make-sense-and-cope")
            .returning("close-with-thank-you", "invite-and-listen")
            .returning("close-with-thank-you", "reflect-and-reframe")
            .returning("close-with-thank-you", "make-sense-and-cope")
            .returning("close-with-thank-you", "offer-resources"));
    protocol
        .resource(Resource.of("information-sheet", "Information sheet"))
        .resource(Resource.of("peer-follow-up", "Peer follow-up"))
        .resource(Resource.of("employee-assistance", "Staff counselling (EAP)"))
        .resource(Resource.of("mental-health-professional", "Mental health professional"))
        .resource(Resource.of("chaplaincy", "Chaplain or spiritual care"))
        .resource(Resource.of("emergency-care", "Emergency care").byNotice())
        .concern(TitledKey.of("elevated", "Worried: they need more than this talk"))
        .concern(
            TitledKey.of(
                "imminent", "Afraid of harm to them or someone else soon; if in doubt, this"))
        .appreciation(TitledKey.of("work", "the work they do"))
        .appreciation(TitledKey.of("sharing", "what they shared"))
        .reasons(
            new ReasonLists(
                List.of(), List.of(TitledKey.of("not-now", "Not now")), List.of(), List.of()));
    addResourceRules(protocol);
    addConcernRules(protocol);
    addThanksRules(protocol);
    addDeadlines(protocol);
    addExamples(protocol);
    return protocol;
  }

  private static void addElements(ProtocolBuilder protocol) {
    protocol
        .element(
            Element.required(
                    "reach-out",
                    "Reach out",
                    "Contact the colleague first instead of waiting to be asked. Expose nobody: a"
                        + " message or a voice mail says no more than your name and that you will"
                        + " call again. Say nothing that is not true in your programme.")
                .asRepeatable()
                .prompting(
                    "Hello, I am Kim, and I work here too. Are you somewhere you can talk alone?",
                    "I am a peer supporter. We call everyone after something like this. You are not"
                        + " in trouble, and nobody is checking on you.",
                    "You can say no, or not now. I will not ask why, and nothing follows from it.")
                .from(
                    Provenance.STATED,
                    AMA
                        + ": the programme is proactive; as a step, and that it is required, our"
                        + " reading"))
        .element(
            Element.required(
                    "invite-and-listen",
                    "Invite and listen",
                    "Say who you are, what stays private and what is written down. Then invite the"
                        + " colleague to talk, and listen without fixing. Ask how they are, not what"
                        + " went wrong: names and details of a case belong elsewhere.")
                .asRepeatable()
                .prompting(
                    "I am a colleague, not a therapist. This is no investigation, no treatment, and"
                        + " no report to your boss.",
                    "What you tell me stays with me. There is one limit: if I fear that you or"
                        + " someone else may be harmed, I get help, and I tell you so.",
                    "I write down the steps we took, what I offered, what you answered, and whether"
                        + " I was worried. I do not write down what you tell me.",
                    "You need not tell me what happened. How has it been for you? You can stop at"
                        + " any time.")
                .from(Provenance.PLACEHOLDER, COMPONENTS))
        .element(
            Element.optional(
                    "reflect-and-reframe",
                    "Reflect and reframe",
                    "Say back what you heard and offer a less self-blaming view of it. Do not judge"
                        + " what happened, and do not explain the feelings away.")
                .asRepeatable()
                .prompting(
                    "It sounds as if that stays with you. Did I get that right?",
                    "Many of us would feel that way. What would you say to a friend in your place?")
                .from(Provenance.PLACEHOLDER, COMPONENTS))
        .element(
            Element.optional(
                    "make-sense-and-cope",
                    "Make sense and cope",
                    "Look together for what it means and for what has helped before.")
                .asRepeatable()
                .prompting(
                    "What has helped you through hard times before?",
                    "Who is there for you when you go home?")
                .from(Provenance.PLACEHOLDER, COMPONENTS))
        .element(
            Element.required(
                    "offer-resources",
                    "Offer resources",
                    "Offer every colleague further help, in visible trouble or not. No and not now"
                        + " are answers.")
                .asRepeatable()
                .prompting(
                    "I would be glad to connect you with someone who can help further. I offer this"
                        + " to everyone.",
                    "You can say no, or not now. You can also say yes today and take it back"
                        + " later.")
                .from(
                    Provenance.STATED,
                    AMA + ": the fifth element; that it is required is our reading"))
        .element(
            Element.required(
                    "close-with-thank-you",
                    "Close with a thank you",
                    "Thank the colleague for the work they do and for sharing their thoughts. The"
                        + " hardest thing is often said now; you can go back to listening.")
                .asRepeatable()
                .prompting(
                    "Is there anything that we have not talked about?",
                    "Thank you for the work you do, and for sharing this with me.")
                .from(
                    Provenance.STATED,
                    AMA
                        + ": the sixth element; that it is required, and that one may come back from"
                        + " it and close again, is our reading"));
  }

  private static void addResourceRules(ProtocolBuilder protocol) {
    protocol
        .rule(
            Rule.of("resources-offered", Template.EXISTENCE, any("offer:*"))
                .called("Offer something")
                .because(
                    "Every colleague is offered a resource, because listening is not always enough.")
                .from(
                    Provenance.OUR_READING,
                    AMA
                        + ", states that resources are offered to any peer; that it is compulsory"
                        + " is our reading"))
        .rule(
            Rule.of(
                    "offers-in-their-place",
                    Template.PRECEDENCE,
                    any("begin:offer-resources", "concern:*"),
                    any("offer:*", "!offer:emergency-care", "!offer:information-sheet"))
                .called("Listen before you offer")
                .asOverridable()
                .because("Help is offered after listening, or right after a concern.")
                .from(Provenance.OUR_READING, OUR_ORDER))
        .rule(
            Rule.of(
                    "answered-{resource}",
                    Template.RESPONSE,
                    any("offer:{resource}"),
                    any("accept:{resource}", "decline:{resource}"))
                .called("Ask for an answer")
                .forEach(Rule.ForEach.RESOURCE, "emergency-care", "information-sheet")
                .asOverridable()
                .because("Every offer gets an answer. The choice is theirs.")
                .from(
                    Provenance.OUR_READING,
                    "The AMA text does not describe consent; help is offered, never imposed"));
  }

  private static void addConcernRules(ProtocolBuilder protocol) {
    protocol
        .rule(
            Rule.of(
                    "imminent-concern-met",
                    Template.RESPONSE,
                    any("concern:imminent"),
                    any("connect:emergency-care", "complete:emergency-care"))
                .called("Hand over when someone may be in danger")
                .bindingAlways()
                .because("When someone may be in danger, somebody who can help takes over.")
                .from(
                    Provenance.OUR_READING,
                    "The AMA text does not mention danger; the programmes of Stanford, UCSF and UW"
                        + " end confidentiality for safety"))
        .rule(
            Rule.of(
                    "elevated-concern-met",
                    Template.RESPONSE,
                    any("concern:elevated"),
                    any(
                        "offer:employee-assistance",
                        "offer:mental-health-professional",
                        "offer:emergency-care"))
                .called("Offer professional help when you are worried")
                .asAdvisory()
                .because("When you are worried, professional help is offered.")
                .from(
                    Provenance.OUR_READING,
                    "The AMA text has no levels of concern. It ends with the conversation:"
                        + " only rules about danger go on after it"));
  }

  private static void addThanksRules(ProtocolBuilder protocol) {
    String shouldThank =
        AMA
            + ", states that the supporter should close with appreciation for both; that it is"
            + " compulsory is our reading";
    protocol
        .rule(
            Rule.of("thanked-for-work", Template.EXISTENCE, any("thank:work"))
                .called("Thank them for their work")
                .because("Every colleague is thanked for the work they do.")
                .from(Provenance.OUR_READING, shouldThank))
        .rule(
            Rule.of("thanked-for-sharing", Template.EXISTENCE, any("thank:sharing"))
                .called("Thank them for sharing")
                .because("Every colleague is thanked for what they shared.")
                .from(Provenance.OUR_READING, shouldThank))
        .rule(
            Rule.of(
                    "thanks-in-their-place",
                    Template.PRECEDENCE,
                    any("begin:close-with-thank-you"),
                    any("thank:*"))
                .called("Thank at the end")
                .asAdvisory()
                .because("Thanks are welcome at any time. Here they come in the closing element.")
                .from(Provenance.OUR_READING, AMA + ": by the words \"close with\""))
        .rule(
            Rule.of("thanks-come-last", Template.END, any("thank:*"))
                .called("Let thanks be the last word")
                .asAdvisory()
                .because("A conversation closes with thanks, so nothing comes after them.")
                .from(Provenance.STATED, AMA + ": \"close with\""));
  }

  private static void addDeadlines(ProtocolBuilder protocol) {
    protocol
        .deadline(
            Deadline.of(
                    "connect-in-time",
                    any("accept:*"),
                    any("connect:*", "complete:*", "withdraw:*", "lapse:*"),
                    Duration.ofDays(3))
                .because("A colleague who has said yes to help is connected within three days.")
                .from(Provenance.OUR_READING, "A programme sets its own"))
        .deadline(
            Deadline.of(
                    "imminent-concern-in-time",
                    any("concern:imminent"),
                    any("connect:emergency-care", "complete:emergency-care"),
                    Duration.ofMinutes(15))
                .because("When someone may be in danger, minutes count.")
                .from(Provenance.OUR_READING, "A programme sets its own"));
  }

  private static void addExamples(ProtocolBuilder protocol) {
    protocol
        .example(
            Example.accepted(
                "a whole conversation",
                "begin:reach-out",
                "begin:invite-and-listen",
                "begin:offer-resources",
                "offer:employee-assistance",
                "accept:employee-assistance",
                "begin:close-with-thank-you",
                "thank:work",
                "thank:sharing",
                "close",
                "connect:employee-assistance",
                "complete:employee-assistance"))
        .example(
            Example.accepted("the colleague declines at once", "begin:reach-out", "end:declined"))
        .example(
            Example.accepted(
                "an imminent concern is met after an early end",
                "begin:reach-out",
                "concern:imminent",
                "end:interrupted",
                "offer:emergency-care",
                "connect:emergency-care"))
        .example(
            Example.accepted(
                "not now is an answer, and a yes can be taken back",
                "begin:reach-out",
                "begin:invite-and-listen",
                "concern:elevated",
                "offer:mental-health-professional",
                "decline:mental-health-professional",
                "begin:offer-resources",
                "offer:peer-follow-up",
                "accept:peer-follow-up",
                "withdraw:peer-follow-up",
                "begin:close-with-thank-you",
                "thank:work",
                "thank:sharing",
                "close"))
        .example(
            Example.accepted(
                "the hardest thing is said at the goodbye",
                "begin:reach-out",
                "begin:invite-and-listen",
                "begin:offer-resources",
                "offer:information-sheet",
                "begin:close-with-thank-you",
                "thank:work",
                "begin:invite-and-listen",
                "begin:close-with-thank-you",
                "thank:sharing",
                "close"))
        .example(
            Example.refused(
                "no close without thanks",
                List.of(
                    "begin:reach-out",
                    "begin:invite-and-listen",
                    "begin:offer-resources",
                    "offer:chaplaincy",
                    "decline:chaplaincy",
                    "begin:close-with-thank-you",
                    "close"),
                "thanked-for-work",
                "thanked-for-sharing"))
        .example(
            Example.refused(
                "no skipping to the resources",
                List.of("begin:reach-out", "begin:offer-resources"),
                "order.skip"))
        .example(
            Example.refused(
                "no close while an imminent concern is unmet",
                List.of(
                    "begin:reach-out",
                    "begin:invite-and-listen",
                    "begin:offer-resources",
                    "offer:chaplaincy",
                    "decline:chaplaincy",
                    "begin:close-with-thank-you",
                    "thank:work",
                    "thank:sharing",
                    "concern:imminent",
                    "close"),
                "imminent-concern-met"))
        .example(
            Example.refused(
                "to offer emergency care is not enough",
                List.of(
                    "begin:reach-out",
                    "begin:invite-and-listen",
                    "begin:offer-resources",
                    "begin:close-with-thank-you",
                    "thank:work",
                    "thank:sharing",
                    "concern:imminent",
                    "offer:emergency-care",
                    "close"),
                "imminent-concern-met"));
  }
}
