import { z } from "zod";
import { isEmail } from "./invitation-input";

/** An email address as somebody types it into a form. */
export const emailField = z.string().trim().refine(isEmail, "Enter an email address, like name@nhs.net");
