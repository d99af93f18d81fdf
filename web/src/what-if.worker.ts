import createBallast from "#ballast-what-if";

import { answerMessages } from "./question";

answerMessages(createBallast());
