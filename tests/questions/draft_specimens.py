"""Sentences on which each rule of the draft checker must speak, and sentences on which it must keep still."""

# rule: (sentences that fire it, sentences that do not)
SENTENCES: dict[str, tuple[list[str], list[str]]] = {
    "no_opioid_warning": (
        [
            "It was approved for opioid addiction.",
            "Stop before surgery.",
            "Do not take it lightly. Opioids act at mu.",
        ],
        [
            "Anyone who takes opioids must not take it.",
            "With codeine it can bring on withdrawal within an hour.",
            "Tell your surgeon: it blocks opioid painkillers, which is dangerous in an emergency.",
        ],
    ),
    "no_source": (
        [
            "In 2013 a trial was positive.",
            "Trials 2013 and 2024 disagree.",
            "Since 2009 doctors have tried it.",
        ],
        [
            "One trial was positive (Younger 2013).",
            "Due Bruun and others (2024) found no difference.",
            "See https://doi.org/10.1016/x.",
            "A Cochrane review found two trials.",
            "FINAL found no difference.",
            "Smith et al. saw more responses.",
        ],
    ),
    "dosing_advice": (
        [
            "You should take 4.5 mg at bedtime.",
            "Patients can safely try LDN.",
            "Start with 1.5 mg.",
            "Ask for it by name.",
            "I recommend taking naltrexone at night.",
            "The ideal dose of LDN is 4.5 mg.",
            "LDN is worth a try.",
        ],
        [
            "People who take opioids must not take naltrexone.",
            "In the trial women took 4.5 mg at bedtime.",
            "Nobody should read this as saying you should take it.",
            "Start with the receptor.",
            "There is no recommended dose of LDN.",
        ],
    ),
    "proven": (
        [
            "LDN is proven in fibromyalgia.",
            "Its value is beyond doubt.",
            "It will definitely help.",
            "Trials proved it.",
        ],
        [
            "LDN is not proven.",
            "No trial has proven that it helps.",
            "It remains unproven.",
            "It is far from proven.",
            "Is it proven?",
            "Whether it is guaranteed to help is another matter.",
        ],
    ),
    "cures": (
        ["LDN cures Crohn's disease.", "A breakthrough for patients.", "It reverses the disease."],
        ["LDN is not a cure.", "It is no miracle.", "Nothing here cures fibromyalgia."],
    ),
    "shown_to": (
        [
            "It has been shown to reduce severity.",
            "LDN is known to be effective.",
            "Studies show that LDN helps.",
            "Research confirms it.",
        ],
        [
            "It has not been shown to reduce severity.",
            "No large trial has shown it to help.",
            "It was shown to lower inflammation in mice.",
            "In two small trials it was found to reduce pain.",
            "PET has shown receptors to be occupied.",
        ],
    ),
    "works": (
        ["LDN really works.", "It is effective for pain.", "An effective treatment for fibromyalgia."],
        [
            "Nobody knows whether it works.",
            "How LDN works is unknown.",
            "It is not effective.",
            "It works at the mu receptor.",
            "Does it work?",
        ],
    ),
    "safe": (
        ["It is safe.", "LDN is harmless.", "You can use it safely."],
        [
            "It is not safe for people who take opioids.",
            "Whether it is safe for years is unknown.",
            "Is it safe?",
            "Nobody has shown that it is safe in the long term.",
            "Calling it safe says too much.",
            "In 144 people it looked safe.",
        ],
    ),
    "no_side_effects": (
        [
            "It has no side effects.",
            "There are no serious risks.",
            "It is free of side-effects.",
            "None has been reported.",
            "Cancer: no cases at all.",
        ],
        [
            "It is not without side effects.",
            "No serious adverse events were seen in 144 people.",
            "No cases among 172 women.",
            "“None has been reported” rules out only common harm.",
            "It does have side effects.",
        ],
    ),
    "tlr4_as_fact": (
        [
            "Naltrexone acts on TLR4 on microglia.",
            "It calms microglia.",
            "TLR4 on microglia is how it lowers pain.",
            "It is an anti-inflammatory drug.",
            "It works by switching off; it blocks toll-like receptors.",
        ],
        [
            "Naltrexone may act on TLR4.",
            "The hypothesis is that it calms microglia.",
            "It blocks TLR4 in mice.",
            "It does not act on TLR4 in human cells.",
            "Microglia are immune cells.",
        ],
    ),
    "not_opioid_as_fact": (
        [
            "It acts not at the opioid receptor.",
            "Its effect is independent of opioid receptors.",
            "Instead of the mu receptor it uses another.",
        ],
        [
            "The effect is in theory not at the opioid receptor.",
            "“Not the opioid receptor” is too strong.",
            "Low doses occupy mu opioid receptors.",
        ],
    ),
    "esr_as_fact": (
        [
            "A higher ESR predicts who benefits.",
            "A blood test tells you in advance.",
            "Response is predicted by the sedimentation rate.",
        ],
        [
            "In ten women ESR predicted response.",
            "Whether ESR predicts anything is unknown.",
            "ESR might predict response.",
            "The ESR is measured in millimetres an hour.",
        ],
    ),
    "eighty_per_cent": (
        ["Up to 80 % respond.", "In Crohn's disease 88% responded.", "80 percent of patients got better."],
        [
            "88 % responded, against 40 % on placebo.",
            "80 % of the receptors were bound.",
            "The dose was 80 mg.",
        ],
    ),
    "bare_percentage": (
        ["Pain fell by 30 %.", "It helped 65 per cent of patients.", "A third, or 33.3%, slept better."],
        [
            "It helped 7 of 17, or 41 %.",
            "Pain fell 29 % against 18 % on placebo.",
            "2 mg occupied 27 % of mu receptors.",
            "The 95 % confidence interval includes zero.",
            "Of 99 women 45 % responded.",
        ],
    ),
    "approved_for_what": (
        ["Naltrexone is FDA approved.", "It was approved by the FDA.", "It is approved."],
        [
            "It is not FDA approved.",
            "It is FDA approved for opioid addiction at 50 mg.",
            "No low dose is approved.",
            "It is approved for alcohol dependence.",
        ],
    ),
    "early_trials_alone": (
        ["Two small trials found less pain.", "A trial of 2013 was positive."],
        [
            "Two small trials found less pain; the larger trials did not.",
            "A trial of 2013 was positive and one of 2024 was not.",
            "One trial was positive.",
        ],
    ),
    "microglia_share": (
        ["Microglia are 10–15 % of brain cells.", "They make up 10 to 15 per cent."],
        ["“10–15 %” is too high for all brain cells.", "Microglia are about 3.5 % of brain cells."],
    ),
    "very_different": (
        [
            "Low doses have very different effects.",
            "It is a completely different drug.",
            "It has a paradoxical effect.",
        ],
        [
            "Nobody has shown very different effects.",
            "Low doses may have very different effects.",
            "Opposite effects were seen in mice.",
            "The doses are different.",
        ],
    ),
    "low_risk": (
        [
            "The risk is low.",
            "Side effects are all mild.",
            "Headaches are usually mild.",
            "It is well tolerated.",
        ],
        [
            "The risk is low: 1.7 % at most.",
            "The risk is not low.",
            "It is not well tolerated.",
            "Risks exist.",
        ],
    ),
    "price": (
        ["It costs $35 a month.", "About 40 dollars."],
        ["It cost $40 a month in 2009.", "Prices range from $15 to $45.", "It is cheap."],
    ),
    "anecdote": (
        ["My sister got better.", "I tried it myself."],
        ["In the trial women felt better.", "Her sister is a nurse."],
    ),
    "loaded": (
        ["An amazing drug.", "LDN is snake oil.", "The idea has been debunked."],
        ["A cheap drug.", "The idea has been tested."],
    ),
    "good_comparison": (
        ["29 % improved, against 18 % on placebo.", "On placebo 6 of 16 responded."],
        [
            "4.5 mg beat placebo.",
            "No better than placebo (Due Bruun 2024).",
            "Placebo was a sugar pill.",
            "Dreams were twice as common.",
        ],
    ),
    "good_counts": (
        [
            "7 of 17 responded.",
            "The trial had 99 women.",
            "It was seen in ten women.",
            "One group (n = 40) dropped out.",
        ],
        ["Many women took part.", "They took 4.5 mg."],
    ),
    "good_null": (
        ["The larger trial found no difference.", "It was no better than placebo.", "It did not help."],
        ["The trial found a difference.", "It helped."],
    ),
    "good_uncertainty": (
        ["It is unproven.", "Nobody knows.", "It has not been tested.", "In theory it calms microglia."],
        ["It calms microglia.", "It has been tested."],
    ),
    "good_model": (
        ["It was seen in mice.", "This comes from rats."],
        ["Mice are small.", "It was seen in women."],
    ),
    "good_bound": (
        ["That rules out only rates above 2 %.", "The upper bound is 1.7 %.", "It could still be common."],
        ["Nothing was seen.", "The rate is low."],
    ),
    "good_approval": (
        ["It is used off label.", "It is not FDA approved.", "It is compounded."],
        ["It is sold."],
    ),
    "good_clinician": (
        ["Ask a pharmacist.", "Talk to your doctor.", "That belongs with the prescribing clinician."],
        ["She saw five doctors.", "Doctors disagree."],
    ),
}

GOOD_DRAFT = """\
Naltrexone at 50 mg is approved for opioid and alcohol dependence. Low doses, about 4.5 mg, are used off label and made
up by compounding pharmacies. Anyone who takes opioids must not take it: it can bring on severe withdrawal.

In fibromyalgia two small trials were positive (Younger 2013, 28 women analysed). The two largest, with 99 and 98 women,
found no difference from placebo (Due Bruun 2024). In one Crohn's trial 15 of 18 responded, against 6 of 16 on placebo,
and remission was not shown. For MS a trial of 96 people found no benefit; for CRPS there are two case reports.

How a low dose would act is unproven. Naltrexone blocks the mu receptor that morphine uses, and scans found that 2 mg
occupies 27 % of these receptors, so the opioid receptor cannot be left out. The idea that it acts on TLR4 in microglia
comes from dishes, at concentrations far above those of a low dose; human cells did not respond. Whether a low dose does
something different from the standard dose has not been tested. That ESR predicts who benefits rests on ten women.

Vivid dreams were about twice as common as on placebo. No serious event among 172 people still leaves room for a rate of
1.7 %, and the long term is little known. In 2009 it cost under $40 a month in the United States. A pharmacist or a
doctor who knows your other medicines can say what this means for you.
"""

BAD_DRAFT = """\
My sister tried everything until she found LDN, a true breakthrough! It is FDA approved and completely safe, with no
side effects. Science shows it works: up to 80 % of Crohn's patients respond, and pain falls by 30 %. It has been proven
that naltrexone acts on TLR4 on microglia, not at the opioid receptor. A simple ESR blood test tells you if you will
benefit. You should take 4.5 mg at bedtime. It costs only $35 a month.
"""
