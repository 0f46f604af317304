package io.tokeneconomy.servlet.admin.console;

/** One address of the console. */
@FunctionalInterface
interface Screen {

    /**
     * {@return the answer}
     *
     * @throws WrongRequestException when the request is none that our pages send
     */
    Answer show(Visit visit);
}
