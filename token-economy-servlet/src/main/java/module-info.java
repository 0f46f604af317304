/** Token Economy for servlet containers: one filter that mounts endpoints and pages. */
module io.tokeneconomy.servlet {
    requires com.google.gson;
    requires org.slf4j;
    requires static transitive org.jspecify;
    requires transitive io.tokeneconomy;
    requires transitive jakarta.servlet;

    exports io.tokeneconomy.servlet;
    exports io.tokeneconomy.servlet.admin;
}
